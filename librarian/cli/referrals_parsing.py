"""What can be asked about referrals on the command line."""

import argparse
from pathlib import Path
from typing import Any, Final

_NOTED: Final = ("sent", "received", "answered", "accepted", "declined", "closed")
_WORDS: Final = "send|resume|read|sign|ask|refuse|reply|take-back|receipt|note|purge"
_ANSWERS: Final = ("received", "asked", "accepted", "declined", "closed")


def add_referral_commands(
    commands: Any, common: argparse.ArgumentParser, again: argparse.ArgumentParser
) -> None:
    """Add the commands to a parser's subparsers; `again` is what a word behind one takes."""
    referrals = commands.add_parser("referrals", parents=[common], help="what waits on whom")
    doing = referrals.add_subparsers(
        dest="doing", metavar="send|resume|read|sign|ask|refuse|reply|take-back|receipt|note|purge"
    )
    _add_send(doing.add_parser("send", parents=[again], help="hand a form over to services"))
    doing.add_parser("resume", parents=[again], help="end what broke off")
    sign = doing.add_parser("sign", parents=[again], help="sign it off, or say who did")
    sign.add_argument("referral", metavar="REFERRAL")
    sign.add_argument("--by", default="", metavar="NAME", help="who signed off what you sent")
    for name, what in (
        ("read", "what one says that waits for your sign-off"),
        ("take-back", "take back what waits for a sign-off; it is a draft again"),
        ("ask", "send it back with a question, instead of signing it off"),
        ("refuse", "say why it is not signed off"),
        ("reply", "answer what was asked before signing it off"),
    ):
        word = doing.add_parser(name, parents=[again], help=what)
        word.add_argument("referral", metavar="REFERRAL")
        if name in ("ask", "refuse", "reply"):
            word.add_argument("--words", required=True, metavar="TEXT")
    receipt = doing.add_parser("receipt", parents=[again], help="what went where")
    receipt.add_argument("referral", metavar="REFERRAL")
    note = doing.add_parser("note", parents=[again], help="note what became of one")
    note.add_argument("referral", metavar="REFERRAL")
    note.add_argument("state", choices=_NOTED)
    note.add_argument("--words", default="", metavar="TEXT", help="what the service wanted to know")
    doing.add_parser("purge", parents=[again], help="delete what was kept long enough")
    _add_inbox(commands.add_parser("inbox", parents=[common], help="a service's inbox"), again)


def _add_send(send: argparse.ArgumentParser) -> None:
    send.add_argument("form", metavar="FORM")
    send.add_argument("--answers", type=Path, required=True, metavar="FILE")
    send.add_argument("--service", action="append", default=[], metavar="ID")
    send.add_argument("--case", default="", metavar="NUMBER", help="fill in what is known of it")
    send.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="SOURCE",
        help="an export, a mapping, a printout",
    )
    send.add_argument(
        "--last", action="store_true", help="bring over what the case's last referral said"
    )
    send.add_argument(
        "--signed", action="append", default=[], metavar="ID=NAME", help="who signed it off"
    )


def _add_inbox(inbox: argparse.ArgumentParser, again: argparse.ArgumentParser) -> None:
    doing = inbox.add_subparsers(dest="doing", metavar="show|answer|purge|make-key|name")
    for name, what in (("show", "what a referral says"), ("answer", "answer a referral")):
        word = doing.add_parser(name, parents=[again], help=what)
        word.add_argument("service", metavar="SERVICE")
        word.add_argument("packet", metavar="PACKET")
        if name == "answer":
            word.add_argument("state", choices=_ANSWERS)
            word.add_argument("--words", default="", metavar="TEXT")
    for name, what in (
        ("purge", "delete what was answered and kept long enough"),
        ("make-key", "make a key that packets are encrypted with"),
    ):
        word = doing.add_parser(name, parents=[again], help=what)
        word.add_argument("service", metavar="SERVICE")
    named = doing.add_parser(
        "name", parents=[again], help="where the team's service takes referrals"
    )
    named.add_argument("service", metavar="SERVICE")
    named.add_argument("--inbox", default="", metavar="DIR", help="its restricted folder")
    named.add_argument("--age-key", default="", metavar="KEY", help="it wants packets encrypted")
    named.add_argument("--email", default="", metavar="ADDRESS", help="where there is no inbox")
    named.add_argument("--answer-days", type=int, default=None, metavar="N")
