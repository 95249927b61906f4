"""TensorFlow Playground's own `nn.ts` (Apache-2.0) run in node: fetched when it is measured, not part of this project.

`PLAYGROUND_NN` may name a copy of the file where there is no network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

SOURCE = "https://raw.githubusercontent.com/tensorflow/playground/bf5e6fc6ad99133c21a64758bb1fe121a091fef9/src/nn.ts"
_TYPES = r"(?:string|number|boolean|void|Node|Link|ActivationFunction|ErrorFunction|RegularizationFunction)(?:\[\])*"
# As `oneStep` of playground.ts: each point forth and back, weights moved after a batch, then the loss of both splits.
_LOOP = """
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const net = buildNetwork(given.sizes, Activations.TANH, Activations.TANH, null, ["x", "y"]);
function loss(points) {
  let sum = 0;
  for (const [x, y, t] of points) sum += Errors.SQUARE.error(forwardProp(net, [x, y]), t);
  return sum / points.length;
}
function epoch() {
  given.train.forEach(([x, y, t], i) => {
    forwardProp(net, [x, y]);
    backProp(net, t, Errors.SQUARE);
    if ((i + 1) % given.batch === 0) updateWeights(net, given.rate, 0);
  });
  return [loss(given.train), loss(given.test)];
}
const first = epoch();
let best = Infinity, last = first;
for (const until = performance.now() + 1000 * given.seconds; performance.now() < until;) {
  const start = performance.now();
  last = epoch();
  best = Math.min(best, performance.now() - start);
}
console.log(JSON.stringify({best: best / 1000, first, last}));
"""


def samples_a_second(
    sizes: tuple[int, ...], batch: int, rate: float, train: np.ndarray, test: np.ndarray, seconds: float
) -> float | str:
    """Training samples a second of the best epoch; a sentence where it can't be measured."""
    node = shutil.which("node")
    if node is None:
        return "node is not installed"
    try:
        source = _source()
    except (OSError, urllib.error.URLError) as error:
        return f"nn.ts can't be had ({error}); PLAYGROUND_NN may name a copy"
    given = {"sizes": sizes, "batch": batch, "rate": rate, "seconds": seconds}
    points = {"train": train.tolist(), "test": test.tolist()}
    with TemporaryDirectory() as folder:
        script = Path(folder, "playground.js")
        script.write_text(plain(source) + _LOOP, encoding="utf-8")
        done = subprocess.run(
            [node, str(script)], input=json.dumps({**given, **points}), capture_output=True, text=True, check=False
        )
    if done.returncode:
        return f"nn.ts does not run: {done.stderr.strip().splitlines()[-1:]}"
    found = json.loads(done.stdout)
    assert sum(found["last"]) < sum(found["first"]), "it learns"
    return len(train) / float(found["best"])


def _source() -> str:
    copy = os.environ.get("PLAYGROUND_NN")
    if copy:
        return Path(copy).read_text(encoding="utf-8")
    with urllib.request.urlopen(SOURCE, timeout=20) as answer:
        return str(answer.read().decode("utf-8"))


def plain(source: str) -> str:
    """The TypeScript without its types: as a compiler would write it for a recent node."""
    source = re.sub(r"export interface .*?\n}\n", "", source, flags=re.DOTALL)
    source = source.replace("(<any>Math)", "Math").replace("export ", "").replace("public ", "")
    return re.sub(rf"(?<=[\w)])\??: {_TYPES}(?=[\s,;)=])", "", source)
