"""Runs that were trained here and now, and kept by the session as if its process had trained them."""

from __future__ import annotations

from graph_engine.document import Training
from graph_engine.training import Epoch, Step, Trainer
from graph_engine.training.progress import started_to_json
from gui.session import Run


def keep(session, name: str, **changes) -> tuple[Run, Trainer]:
    """Trains the open document to the end of its epochs; the run and who trained it."""
    document = session.document
    trainer = Trainer(document, (document.training or Training()).with_changes(**changes))
    run = Run(name, len(session.runs.runs), trainer.training, document, None)
    run.begin(started_to_json(trainer))
    for record in trainer.run():
        if isinstance(record, Step):
            run.steps.extend([record.step], [record.loss], [record.rate])
            run.norms.add(record.step, record.norms)
            run.ratios.add(record.step, record.ratios)
        elif isinstance(record, Epoch):
            run.epochs.extend(*([number] for number in record))
    run.weights, run.weights_step, run.done, run.state = trainer.values(), trainer.done, trainer.done, "finished"
    session.runs.runs.append(run)
    session.runs.show(run)
    return run, trainer
