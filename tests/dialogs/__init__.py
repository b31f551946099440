"""Conversations with each capability, as an officer has them."""
