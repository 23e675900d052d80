"""Every word of the Charter page."""

from typing import Final

KEY: Final = "charter"
TITLE: Final = "Charter"
LOADING: Final = "Reading the charter …"
TRY_AGAIN: Final = "Try again"
CONTENTS: Final = "Sections of the charter"
READING: Final = "The charter"
OUR_CHARTER: Final = "Our charter"

NONE: Final = "There is no charter here yet"
NONE_MAY: Final = (
    "A charter says who you are, what you do, and when you are with children. People who know that"
    " stop inviting you to everything."
)
NONE_OTHERS: Final = "Business Support can write one, with the team."
BEGIN: Final = "Begin a charter"

CONFIRMED: Final = "Confirmed by {}, {}. {}"
NOT_CONFIRMED: Final = "Nobody has confirmed this yet."
ONLY_DRAFT: Final = "A draft ({}). Nobody has confirmed it yet."
WAITS: Final = "{} by {} waits to be confirmed."
CHANGED: Final = "What changed"
SEE_CHANGES: Final = "See what it changes"
CONFIRM: Final = "Confirm it"
CONFIRM_FIRST: Final = "Confirm this charter"
NEW_SIGNATURE: Final = "The charter has changed, and with it your e-mail signature."
COPY_AGAIN: Final = "Copy the new one"

INVITE: Final = "Should you invite us?"
PRINT: Final = "Print"
SAVE_AS: Final = "Save as …"
SIGNATURE: Final = "E-mail signature"
CARD: Final = "Card"
CHANGE: Final = "Change"
BACK: Final = "Back to the charter"
PRINTED: Final = "The charter is on its way to the printer."
SAVED: Final = "Saved as {}."
THINGS: Final = (
    ("pdf", "PDF, to pass on"),
    ("docx", "Word"),
    ("html", "A page for people outside the team"),
    ("leaders.pdf", "The case for leaders (half a page, PDF)"),
    ("ics", "Time with children, for your calendar"),
    ("card.pdf", "Cards to print (PDF)"),
)

ASK_LEAD: Final = "Four questions, from our own charter. You get our answer, and words to send."
ASK_UNSAFE: Final = "Is a child not safe today?"
ASK_MEETING: Final = "What is the meeting for?"
ANOTHER: Final = "Another meeting"
ASK_ADDS: Final = "Is there something only we could add?"
ASK_NOTE: Final = "Could a note from us do?"
ASK_WHEN: Final = "When is it?"
ASK_DAY: Final = "Day of the meeting"
ASK_TIME: Final = "Time of the meeting"
ASK_KNOWN: Final = "A day is set"
YES: Final = "Yes"
NO: Final = "No"
NOT_SURE: Final = "Not sure"
WHOSE: Final = "Whose answer: {}"
REPLY: Final = "Words to send"
COPY: Final = "Copy"
COPIED: Final = "Copied. Paste it into your reply."
PROTECTED: Final = "This is in our time with children ({})."
MEETINGS: Final = "Meetings are welcome from {}. From {} we are with children."
NOT_PROTECTED: Final = "This is outside our time with children ({})."

SIGN_LEAD: Final = "Put this under your e-mails. Whoever writes to you learns when you are free."
YOUR_NAME: Final = "Your name"
YOUR_ROLE: Final = "Your role"
SIGN_PREVIEW: Final = "How it looks"
COPY_SIGNATURE: Final = "Copy signature"
SIGNATURE_COPIED: Final = "Copied, as rich and as plain text. Paste it into your mail settings."
HOLD: Final = "Time with children, for your calendar"
HOLD_WHAT: Final = (
    "One hold, {}, every week on these days. Save it, then open it: your calendar takes it in. It"
    " stays right when the clocks change."
)
SAVE_HOLD: Final = "Save for the calendar"

CARD_LEAD: Final = "For the notice board, the visitor’s pass and the back of your phone."
CARD_NAME: Final = "The card, with a code that opens {}"
PRINT_CARDS: Final = "Save cards to print"
CARD_NO_LINK: Final = "The charter names no page yet that a code could open."

EDIT_LEAD: Final = "What you change here is a draft. Readers see it once it is confirmed."
EDIT_SECTION: Final = "Section to change"
NOTE: Final = "What is otherwise, and why? (everybody can read this)"
PUT_FORWARD: Final = "Put forward"
PUT_FORWARD_DONE: Final = "The draft is put forward."
THROW_AWAY: Final = "Leave it as it was"
UNSAVED: Final = "Nothing is kept until you put it forward."

CHANGES_TITLE: Final = "What {} changes"
CHANGED_TITLE: Final = "What changed with {}"
NO_CHANGES: Final = "Nothing is otherwise."
BEFORE: Final = "Before"
AFTER: Final = "Now"
CONFIRM_NOTE: Final = "A word on it (everybody can read this)"
CONFIRM_DONE: Final = "Confirmed. Everybody sees it now."

KEYS: Final = (
    ("I", "Should you invite us?"),
    ("P", "Print the charter"),
    ("S", "E-mail signature"),
    ("C", "Card"),
    ("E", "Change the charter (Business Support)"),
    ("Esc", "Back to the charter"),
)
HINTS: Final = (("I", "Invite us?"), ("P", "Print"), ("S", "Signature"), ("C", "Card"))
HINTS_BACK: Final = (("Esc", "Back to the charter"),)
