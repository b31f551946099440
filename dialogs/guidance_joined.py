"""The dialogs of guidance over one set of pages."""

from collections.abc import Callable

from dialogs.capability import Capability
from dialogs.guidance import GuidanceDialog
from dialogs.guidance_approvals import GuidanceApprovalsDialog
from dialogs.guidance_questions import GuidanceQuestionsDialog
from domain.clock import Clock
from domain.policies import Policy
from services.force_pages import ForcePages
from services.guidance import Guidance
from services.guidance_approvals import GuidanceApprovals
from services.guidance_questions import GuidanceQuestions
from storage.work import Work


def guidance_dialogs(work: Work, clock: Clock, pages: ForcePages, policy: Callable[[], Policy]) -> list[Capability]:
    return [
        GuidanceDialog(Guidance(work, clock, pages)),
        GuidanceApprovalsDialog(GuidanceApprovals(work, clock, pages)),
        GuidanceQuestionsDialog(GuidanceQuestions(work, clock, pages, policy)),
    ]
