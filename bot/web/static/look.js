// How Web Chat and its cards look, by day and by night.

const DAY = {
  page: '#f3f5f8', surface: '#ffffff', edge: '#c5ced8', text: '#1a2129', muted: '#4c5864', accent: '#0b5cad', said: '#0b4a8f', emphasis: '#eaeff5',
  good: '#0a6b2c', goodBack: '#e2f3e7', warning: '#8a4b00', warningBack: '#fff1d6', attention: '#b3261e', attentionBack: '#fde7e5', accentBack: '#e3effb',
};
const NIGHT = {
  page: '#0f151c', surface: '#1a242f', edge: '#3a4a5b', text: '#e9eef3', muted: '#b0bcc9', accent: '#8cc1ff', said: '#1d4f86', emphasis: '#243140',
  good: '#7fdb9a', goodBack: '#15331f', warning: '#ffc46b', warningBack: '#3a2a0c', attention: '#ff9d94', attentionBack: '#421a17', accentBack: '#16324f',
};
const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export const palette = (dark) => (dark ? NIGHT : DAY);

export function styleOptions(dark, narrow) {
  const hue = palette(dark);
  return {
    accent: hue.accent, subtle: hue.muted, backgroundColor: hue.page, primaryFont: FONT, fontSizeSmall: '85%', paddingRegular: 10,
    botAvatarInitials: narrow ? undefined : 'NMO', botAvatarBackgroundColor: dark ? '#2b5d94' : '#10243e', userAvatarInitials: undefined, avatarSize: 38,
    bubbleBackground: hue.surface, bubbleTextColor: hue.text, bubbleBorderColor: hue.edge, bubbleBorderRadius: 10, bubbleBorderWidth: 1,
    bubbleFromUserBackground: hue.said, bubbleFromUserTextColor: '#ffffff', bubbleFromUserBorderColor: hue.said, bubbleFromUserBorderRadius: 10,
    bubbleMaxWidth: 620, bubbleAttachmentMaxWidth: 620, bubbleMessageMaxWidth: 620, bubbleMinHeight: 38,
    timestampColor: hue.muted, groupTimestamp: 180000, showAvatarInGroup: 'status',
    hideUploadButton: false, uploadAccept: 'application/pdf,.pdf,.nmo', uploadMultiple: false, sendAttachmentOn: 'attach',
    sendBoxBackground: hue.surface, sendBoxTextColor: hue.text, sendBoxPlaceholderColor: hue.muted, sendBoxHeight: 56,
    sendBoxBorderTop: `1px solid ${hue.edge}`, sendBoxButtonColor: hue.accent, sendBoxButtonColorOnHover: hue.accent, sendBoxButtonColorOnFocus: hue.accent,
    sendBoxButtonShadeColorOnHover: hue.emphasis, sendBoxButtonShadeColorOnFocus: hue.emphasis, sendBoxTextWrap: true, sendBoxMaxHeight: 160,
    suggestedActionTextColor: hue.accent, suggestedActionBackgroundColor: hue.surface, suggestedActionBorderColor: hue.accent,
    suggestedActionBorderRadius: 20, suggestedActionLayout: 'flow', sendTimeout: 25000,
    cardEmphasisBackgroundColor: hue.emphasis, cardPushButtonBackgroundColor: hue.said, cardPushButtonTextColor: '#ffffff',
    scrollToEndButtonBehavior: 'any', autoScrollSnapOnPage: true, autoScrollSnapOnPageOffset: -60, scrollToEndButtonFontSize: '85%',
    transcriptOverlayButtonBackground: hue.said, transcriptOverlayButtonBackgroundOnHover: hue.said, transcriptOverlayButtonBackgroundOnFocus: hue.said,
    transcriptOverlayButtonColor: '#ffffff', transcriptOverlayButtonColorOnHover: '#ffffff', transcriptOverlayButtonColorOnFocus: '#ffffff',
    markdownRespectCRLF: true, maxMessageLength: 4000,
  };
}

export function hostConfig(dark) {
  const hue = palette(dark);
  const ink = {
    default: { default: hue.text, subtle: hue.muted },
    dark: { default: hue.text, subtle: hue.muted },
    light: { default: hue.text, subtle: hue.muted },
    accent: { default: hue.accent, subtle: hue.accent },
    good: { default: hue.good, subtle: hue.good },
    warning: { default: hue.warning, subtle: hue.warning },
    attention: { default: hue.attention, subtle: hue.attention },
  };
  const on = (backgroundColor) => ({ backgroundColor, foregroundColors: ink });
  return {
    supportsInteractivity: true,
    fontFamily: FONT,
    fontSizes: { small: 14, default: 16, medium: 17, large: 20, extraLarge: 24 },
    lineHeights: { small: 20, default: 24, medium: 25, large: 28, extraLarge: 32 },
    spacing: { small: 4, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 14 },
    separator: { lineThickness: 1, lineColor: hue.edge },
    containerStyles: {
      default: on(hue.surface), emphasis: on(hue.emphasis), accent: on(hue.accentBack), good: on(hue.goodBack), warning: on(hue.warningBack),
      attention: on(hue.attentionBack),
    },
    imageSizes: { small: 40, medium: 80, large: 160 },
    actions: {
      actionAlignment: 'stretch', actionsOrientation: 'vertical', buttonSpacing: 8, maxActions: 12, spacing: 'default',
      showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
    },
    adaptiveCard: { allowCustomStyle: true },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', color: 'default' },
        optionalInputs: { weight: 'bolder', color: 'default' },
      },
      errorMessage: { color: 'attention', weight: 'bolder' },
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 160 },
      value: { wrap: true },
      spacing: 12,
    },
    textBlock: { headingLevel: 3 },
  };
}
