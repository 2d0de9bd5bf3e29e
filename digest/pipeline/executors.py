"""Executors: where the turns of tasks are run, here or in processes.

A task is a conversation of several turns. Between two of them the executor holds what the task
has made, where it was made: only questions and answers travel. Another engine is one more class
with `submit`.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import ForkContext, SpawnContext

Equipment = TypeVar("Equipment")
Equipment_co = TypeVar("Equipment_co", covariant=True)
Equipment_contra = TypeVar("Equipment_contra", contravariant=True)
Question = TypeVar("Question")
Question_contra = TypeVar("Question_contra", contravariant=True)
Answer = TypeVar("Answer")
Answer_co = TypeVar("Answer_co", covariant=True)


class Turn(Protocol[Equipment_contra, Question_contra, Answer_co]):
    """Function of a module: a task's value and a question become its next value and an answer."""

    def __call__(
        self, equipment: Equipment_contra, held: object, question: Question_contra, /
    ) -> tuple[object, Answer_co]:
        """Take the turn."""
        ...


_Question = tuple[int, Turn[object, object, object], object]


class Pending(Protocol[Answer_co]):
    """Answer that may not be there yet."""

    def result(self) -> Answer_co:
        """Wait for the answer; raises what the turn raised."""
        ...


class Executor(Protocol[Equipment_co]):
    """Runs turns; `lag` is how many tasks should be under way before an answer is waited for."""

    @property
    def lag(self) -> int:
        """Tasks under way."""
        ...

    def submit(
        self, task: int, turn: Turn[Equipment_co, Question, Answer], question: Question
    ) -> Pending[Answer]:
        """Begin a task's next turn."""
        ...


@dataclass(frozen=True, slots=True)
class _Done(Generic[Answer]):
    answer: Answer

    def result(self) -> Answer:
        return self.answer


@dataclass(frozen=True, slots=True)
class Serial(Generic[Equipment]):
    """Runs each turn at once, in this process."""

    equipment: Equipment
    lag: int = 0
    _held: dict[int, object] = field(default_factory=dict)

    def submit(
        self, task: int, turn: Turn[Equipment, Question, Answer], question: Question
    ) -> Pending[Answer]:
        """Take a task's next turn."""
        self._held[task], answer = turn(self.equipment, self._held.pop(task, None), question)
        return _Done(answer)


@dataclass(frozen=True, slots=True)
class _Sent(Generic[Answer]):
    """Turn that was sent to a process; answers come in the order of the questions."""

    task: int
    process: _Process

    def result(self) -> Answer:
        answer: Answer = self.process.answer(self.task)  # type: ignore[assignment]
        return answer


@dataclass(frozen=True, slots=True)
class _Process:
    connection: Connection
    answers: dict[int, object] = field(default_factory=dict)

    def answer(self, task: int) -> object:
        try:
            while task not in self.answers:
                number, answer = self.connection.recv()
                self.answers[number] = answer
        except (EOFError, OSError) as error:
            raise DigestError(
                "workers", "one of them was killed; is there too little memory?"
            ) from error
        answer = self.answers.pop(task)
        if isinstance(answer, BaseException):
            raise answer
        return answer


@dataclass(frozen=True, slots=True)
class Processes(Generic[Equipment]):
    """Runs all turns of a task in one of several processes."""

    processes: tuple[_Process, ...]

    @property
    def lag(self) -> int:
        """Enough that no process waits while this one folds the answers."""
        return len(self.processes) + 1

    def submit(
        self, task: int, turn: Turn[Equipment, Question, Answer], question: Question
    ) -> Pending[Answer]:
        """Send a task's next turn to the process that holds the task."""
        process = self.processes[task % len(self.processes)]
        try:
            process.connection.send((task, turn, question))
        except OSError as error:
            raise DigestError(
                "workers", "one of them was killed; is there too little memory?"
            ) from error
        return _Sent(task, process)


def cores() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@contextmanager
def executor(
    jobs: int, equipment: Equipment, make: Callable[[], Equipment]
) -> Iterator[Executor[Equipment]]:
    """Open an executor of so many jobs; `make` gives the equipment where a process can't be forked.

    Forked workers start at once with everything loaded; macOS and Windows can't fork safely.
    """
    if jobs <= 1:
        yield Serial(equipment)
        return
    forks = sys.platform == "linux"
    context = _context(forks=forks)
    gc.freeze()
    started = []
    try:
        for _ in range(jobs):
            here, there = context.Pipe()
            given = (lambda: equipment) if forks else make
            worker = context.Process(target=_work, args=(there, given), daemon=True)
            worker.start()
            there.close()
            started.append((worker, _Process(here)))
        yield Processes(tuple(process for _, process in started))
    finally:
        # After an interrupt nobody waits for what is not done.
        for worker, process in started:
            process.connection.close()
            worker.terminate()
        for worker, _ in started:
            worker.join()
        gc.unfreeze()


def _context(*, forks: bool) -> SpawnContext | ForkContext:
    return multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")


def _work(connection: Connection, make: Callable[[], Equipment]) -> None:
    """Take turns until the parent ends this; it also answers an interrupt."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    equipment = make()
    questions: SimpleQueue[_Question] = SimpleQueue()
    answers: SimpleQueue[bytes] = SimpleQueue()
    for talk, queue in ((_listen, questions), (_speak, answers)):
        threading.Thread(target=talk, args=(connection, queue), daemon=True).start()
    held: dict[int, object] = {}
    while True:
        task, turn, question = questions.get()
        try:
            held[task], answer = turn(equipment, held.pop(task, None), question)
            packed = pickle.dumps((task, answer))
        except Exception as error:  # noqa: BLE001  # whoever waits for the answer is to have it
            packed = pickle.dumps((task, error))
        answers.put(packed)


def _speak(connection: Connection, answers: SimpleQueue[bytes]) -> None:
    """Send answers when the parent takes them, while further turns are taken."""
    while True:
        connection.send_bytes(answers.get())


def _listen(connection: Connection, questions: SimpleQueue[_Question]) -> None:
    """Take questions at any time, so that the parent never waits; end when it does, however."""
    parent = multiprocessing.parent_process()
    ends: list[Connection | int] = [connection, *([parent.sentinel] if parent else [])]
    try:
        while wait(ends) == [connection]:
            questions.put(connection.recv())
    finally:
        os._exit(1)
