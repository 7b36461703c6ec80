"""Files that somebody shares: which are read as results, what is said while that takes a moment, and why one is not."""

from bot.commands import FileNotRead, ReadFiles, SharedFile, TypedText
from bot.dialogue.guard import ENDED, is_of_this_place, on_live
from bot.dialogue.turn import Recalled, Say, Turn, edit, post, privately, problem
from bot.errors import NotRead
from bot.replies import ResultsAside, ResultsReading, Trouble
from storage.records import Assessment


def in_its_thread(command: ReadFiles, recalled: Recalled) -> Turn:
    """Read the files of a message, if it stands in a feature's thread."""
    assessment = recalled.assessment
    if assessment is None or not is_of_this_place(command, assessment):
        return Turn(says=(privately(command, ResultsAside(why=NotRead.NO_THREAD, feature=""), in_thread=False),))
    return on_live(_shared)(command, recalled)


def _shared(assessment: Assessment, command: ReadFiles, _: Recalled) -> Turn:
    """Read them, where there is a verdict to review."""
    if assessment.decision is None:
        return problem(command, Trouble.NOT_DECIDED, name=assessment.name)
    if not command.files:
        return _aside(assessment, command, NotRead.NO_FILE)
    return Turn(reads=command)


def files_of(assessment: Assessment, command: TypedText) -> ReadFiles | None:
    """The files that came with a line which was said to the bot; None where there is nothing to read them for."""
    if not (command.is_mention and command.files) or assessment.decision is None or assessment.state in ENDED:
        return None
    about = command.model_dump(include=set(ReadFiles.model_fields) - {"kind"})
    return ReadFiles.model_validate(about)


def takes_a_moment(file: SharedFile) -> Turn:
    """The line in the thread while a file is read."""
    return Turn(says=(post(ResultsReading(name=file.name), file.progress_key),))


def not_read(assessment: Assessment, command: FileNotRead, _: Recalled) -> Turn:
    """Why a file was not read, to the one who shared it."""
    turn = _aside(assessment, command, command.why, file=command.name, detail=command.detail)
    return turn.saying(*over(command.name, command.progress))


def over(name: str, progress: str) -> tuple[Say, ...]:
    """The line that said that it takes a moment, where one did, says that it is over."""
    return (edit(ResultsReading(name=name, is_done=True), progress),) if progress else ()


def _aside(
    assessment: Assessment, command: ReadFiles | FileNotRead, why: NotRead, *, file: str = "", detail: str = ""
) -> Turn:
    told = ResultsAside(why=why, feature=assessment.name, file=file, detail=detail)
    return Turn(says=(privately(command, told),))
