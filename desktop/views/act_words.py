"""What the acts of the audit log are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.views.marking import QT_TRANSLATE_NOOP


def act_word(act: str) -> str:
    """Return what an act is called; one that this program does not know shows as it is."""
    return QCoreApplication.translate("ActWords", _ACTS.get(act, act))


_ACTS = {
    "case_opened": QT_TRANSLATE_NOOP("ActWords", "Case opened"),
    "case_paused": QT_TRANSLATE_NOOP("ActWords", "Case paused"),
    "case_resumed": QT_TRANSLATE_NOOP("ActWords", "Case taken up again"),
    "case_taken_over": QT_TRANSLATE_NOOP("ActWords", "Case taken over"),
    "case_closed": QT_TRANSLATE_NOOP("ActWords", "Case closed"),
    "follow_up_done": QT_TRANSLATE_NOOP("ActWords", "Follow-up done"),
    "follow_up_moved": QT_TRANSLATE_NOOP("ActWords", "Follow-up on another day"),
    "request_recorded": QT_TRANSLATE_NOOP("ActWords", "Request recorded"),
    "caller_verified": QT_TRANSLATE_NOOP("ActWords", "Caller verified"),
    "pin_set": QT_TRANSLATE_NOOP("ActWords", "PIN set"),
    "pin_changed": QT_TRANSLATE_NOOP("ActWords", "PIN changed"),
    "pin_removed": QT_TRANSLATE_NOOP("ActWords", "PIN taken away"),
    "pin_checked": QT_TRANSLATE_NOOP("ActWords", "PIN checked"),
    "code_sent": QT_TRANSLATE_NOOP("ActWords", "Code sent by SMS"),
    "code_checked": QT_TRANSLATE_NOOP("ActWords", "Code checked"),
    "number_tested": QT_TRANSLATE_NOOP("ActWords", "Test SMS with the new number"),
    "note_added": QT_TRANSLATE_NOOP("ActWords", "Note written"),
    "note_removed": QT_TRANSLATE_NOOP("ActWords", "Note removed"),
    "note_pinned": QT_TRANSLATE_NOOP("ActWords", "Note pinned"),
    "note_unpinned": QT_TRANSLATE_NOOP("ActWords", "Note unpinned"),
    "dispatch_released": QT_TRANSLATE_NOOP("ActWords", "Dispatch released"),
    "dispatch_stopped": QT_TRANSLATE_NOOP("ActWords", "Dispatch stopped"),
    "dispatch_paused": QT_TRANSLATE_NOOP("ActWords", "Dispatch paused"),
    "dispatch_resumed": QT_TRANSLATE_NOOP("ActWords", "Dispatch resumed"),
    "sms_judged_sent": QT_TRANSLATE_NOOP("ActWords", "Unclear SMS judged as sent"),
    "database_restored": QT_TRANSLATE_NOOP("ActWords", "Backup put back"),
    "sending_frozen": QT_TRANSLATE_NOOP("ActWords", "Sending frozen: restored database"),
    "sending_unfrozen": QT_TRANSLATE_NOOP("ActWords", "Frozen sending released"),
    "sms_sent_again": QT_TRANSLATE_NOOP("ActWords", "Unclear SMS sent once more"),
    "sms_written_off": QT_TRANSLATE_NOOP("ActWords", "Unclear SMS written off"),
    "suppressed_by_reply": QT_TRANSLATE_NOOP("ActWords", "Number suppressed: reply STOP"),
    "account_resumed": QT_TRANSLATE_NOOP("ActWords", "Sending resumed for the account"),
    "signups.exported": QT_TRANSLATE_NOOP("ActWords", "List exported"),
    "failed_exported": QT_TRANSLATE_NOOP("ActWords", "Numbers without SMS exported"),
    "audit_exported": QT_TRANSLATE_NOOP("ActWords", "Audit log exported"),
    "trial_begun": QT_TRANSLATE_NOOP("ActWords", "Frequency test begun"),
    "trial_exported": QT_TRANSLATE_NOOP("ActWords", "Arms of a frequency test exported"),
    "trial_messages_exported": QT_TRANSLATE_NOOP(
        "ActWords", "Messages of a frequency test exported"
    ),
    "limit_changed": QT_TRANSLATE_NOOP("ActWords", "Limit of monthly loss changed"),
    "settings.saved": QT_TRANSLATE_NOOP("ActWords", "Settings changed"),
    "receiver.path_made": QT_TRANSLATE_NOOP("ActWords", "Address for delivery reports made"),
    "demo.made": QT_TRANSLATE_NOOP("ActWords", "Demo made"),
    "does_not_add_up": QT_TRANSLATE_NOOP("ActWords", "Books of a dispatch do not add up"),
    "sims_added": QT_TRANSLATE_NOOP("ActWords", "SIM cards added"),
    "number_blocked": QT_TRANSLATE_NOOP("ActWords", "Sender number blocked"),
    "number_warned": QT_TRANSLATE_NOOP("ActWords", "Sender number warned"),
    "number_calmed": QT_TRANSLATE_NOOP("ActWords", "Warning of the sender number is over"),
    "block_corrected": QT_TRANSLATE_NOOP("ActWords", "Block taken back"),
    "sim_assigned": QT_TRANSLATE_NOOP("ActWords", "Sender number assigned"),
    "sim_reserved": QT_TRANSLATE_NOOP("ActWords", "Sender number reserved"),
    "sim_freed": QT_TRANSLATE_NOOP("ActWords", "Reservation given up"),
    "sim_retired": QT_TRANSLATE_NOOP("ActWords", "SIM card retired"),
    "conflict_kept": QT_TRANSLATE_NOOP("ActWords", "Contradicting report not taken over"),
    "conflict_taken": QT_TRANSLATE_NOOP("ActWords", "Contradicting report taken over"),
    "template_saved": QT_TRANSLATE_NOOP("ActWords", "SMS template saved"),
    "template_withdrawn": QT_TRANSLATE_NOOP("ActWords", "SMS template withdrawn"),
    "import": QT_TRANSLATE_NOOP("ActWords", "Exports imported"),
}
