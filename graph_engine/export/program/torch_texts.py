"""Parts of PyTorch programs that are the same in each."""

HEAD = '''"""{title}

A computation graph as a PyTorch module. Made with Gradcanvas.
Running this program compares its values and autograd's gradients with the numbers of the graph, which stand at its
end; the exit code is 0 only if all of them agree. It needs PyTorch and nothing else.
{remark}
"""

import base64
import sys
import zlib

import torch
import torch.nn.functional as F
from torch import nn

torch.set_default_dtype(torch.float64)


def number(entries, dtype, shape):
    return torch.tensor(entries, dtype=getattr(torch, dtype)).reshape(shape)


def unpack(dtype, shape, packed):
    """Many numbers, from the bytes that they were packed into."""
    entries = torch.frombuffer(bytearray(zlib.decompress(base64.b64decode(packed))), dtype=getattr(torch, dtype))
    return entries.reshape(shape).clone()


def tensor(numbers):
    return torch.as_tensor(numbers).clone()'''

HELPERS = {
    "sum_to": '''def sum_to(gradient, like):
    """`gradient` summed over the axes along which PyTorch repeated `like`."""
    gradient = torch.as_tensor(gradient)
    while gradient.ndim > like.ndim:
        gradient = gradient.sum(0)
    repeated = [i for i, size in enumerate(like.shape) if size == 1 and gradient.shape[i] != 1]
    gradient = gradient.sum(repeated, keepdim=True) if repeated else gradient
    return gradient.expand(like.shape).to(like.dtype)''',
    "rows": '''def rows(x, t):
    """Targets as rows like x; class numbers become one-hot."""
    return t if t.ndim == x.ndim else F.one_hot(t.long(), x.shape[-1]).to(x.dtype)''',
    "cross_entropy": """def cross_entropy(y, t):
    return -torch.xlogy(rows(y, t), y).sum() / (y.numel() // y.shape[-1])""",
    "softmax_with_loss": """def softmax_with_loss(x, t):
    classes = x.shape[-1]
    t = t.reshape(-1, classes) if t.ndim == x.ndim else t.reshape(-1).long()
    return F.cross_entropy(x.reshape(-1, classes), t)""",
    "hinge": '''def hinge(x, t, margin=1.0):
    """What each wrong score exceeds the right one by, plus a margin; averaged over the batch."""
    chosen = t.argmax(-1) if t.ndim == x.ndim else t.long()
    right = F.one_hot(chosen, x.shape[-1]).to(x.dtype)
    excess = torch.relu(x - x.gather(-1, chosen.unsqueeze(-1)) + margin)
    return (excess * (1 - right)).sum() / (x.numel() // x.shape[-1])''',
    "dropout": '''def dropout(x, rate, training, mode, kept):
    """In the mode "graph", with the very mask that the graph had."""
    if mode == "train":
        return F.dropout(x, rate, True)
    if mode == "judge" or not training:
        return x * 1.0
    return x * kept''',
    "batch_normalization": '''def batch_normalization(
    x, gamma, beta, mean=None, variance=None, training=True, epsilon=1e-5, mode="graph"
):
    """By the statistics of the batch while learning, by the running ones otherwise, which learning moves."""
    known = mean is not None and variance is not None
    if mode == "train" or (mode == "graph" and training) or not known:
        moved = mode == "train" and known
        return F.batch_norm(x, mean if moved else None, variance if moved else None, gamma, beta, True, 0.1, epsilon)
    along = (1, -1) + (1,) * (x.ndim - 2)
    deviation = torch.sqrt(variance + epsilon).reshape(along)
    return (x - mean.reshape(along)) / deviation * gamma.reshape(along) + beta.reshape(along)''',
}

CHECK = '''def differs(found, wanted):
    """Whether some of these numbers are not those of the graph, up to rounding."""
    wanted = torch.as_tensor(wanted)
    finite = wanted[torch.isfinite(wanted)].abs()
    size = float(finite.max()) if finite.numel() else 0.0
    exact = 1e-9 if wanted.dtype == torch.float64 else 1e-4
    if found is None:
        found = torch.zeros_like(wanted)
    return found.shape != wanted.shape or not torch.allclose(
        found.to(wanted.dtype), wanted, rtol=exact, atol=exact * 1e-3 * size + 1e-16, equal_nan=True
    )


def shown(numbers):
    return f"{float(numbers):.12g}" if numbers.ndim == 0 else f"tensor of shape {tuple(numbers.shape)}"


def check():
    model = Network()
    for constant in model.buffers():
        constant.requires_grad_()
    values = model(**{name: tensor(numbers).requires_grad_() for name, numbers in INPUTS.items()})
    for value in values.values():
        value.retain_grad() if value.requires_grad else None
    if TARGET is not None:
        values[TARGET].sum().backward()
    for name in VALUES:
        print(f"{name} = {shown(values[name].detach())}")
    wrong = [name for name, wanted in VALUES.items() if differs(values[name].detach(), wanted)]
    wrong += [f"the gradient of {name}" for name, wanted in GRADIENTS.items() if differs(values[name].grad, wanted)]
    if wrong:
        print("These differ from the graph: " + ", ".join(wrong))
        return 1
    print(f"All {len(VALUES)} values and {len(GRADIENTS)} gradients agree with the graph.")
    return 0'''

TRAIN = '''def train(epochs=EPOCHS):
    """Trains as the graph says; the order of the rows is drawn by PyTorch."""
    torch.manual_seed(SEED)
    model = Network()
    {optimizer}
    step = epoch = 0
    rows = len(next(iter(TRAIN.values()))) if TRAIN else 1
    batch = BATCH if 0 < BATCH < rows else rows
    while epoch < epochs or not epochs:
        order = torch.randperm(rows) if batch < rows else torch.arange(rows)
        for start in range(0, rows, batch):
            model.mode = "train"
            loss = model(**inputs(TRAIN, order[start : start + batch]))[TARGET]
            if not torch.isfinite(loss):
                sys.exit(f"the loss is {{float(loss)}} at step {{step + 1}}; a smaller learning rate may help")
            if STOP_LOSS and loss <= STOP_LOSS:
                print(f"the loss fell below the limit at step {{step + 1}}")
                return model
            optimizer.zero_grad()
            loss.backward()
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = rate_at(step, epoch)
            {clip}optimizer.step()
        epoch += 1
        accuracy = report(model, epoch)
        if STOP_ACCURACY and accuracy is not None and accuracy >= STOP_ACCURACY:
            return model
    return model


def inputs(columns, chosen=slice(None)):
    given = {{name: tensor(numbers) for name, numbers in INPUTS.items()}}
    return {{**given, **{{name: column[chosen] for name, column in columns.items()}}}}


def report(model, epoch):
    """Prints how good the model is on the rows it learns from and on those held back; the accuracy that counts."""
    model.mode = "judge"
    line, accuracy = f"epoch {{epoch}}:", None
    for name, columns in (("train", TRAIN), ("test", TEST)):
        if name == "test" and not columns:
            continue
        with torch.no_grad():
            values = model(**inputs(columns))
        line += f" {{name}} loss {{float(values[TARGET]):.10g}}"
        hits = right(values)
        if hits is not None:
            accuracy = float(hits.double().mean())
            line += f", accuracy {{accuracy:.4f}};"
    print(line.rstrip(";"), flush=True)
    return accuracy


def right(values):
    """Which predictions are right; None where they are numbers."""
    {right}


def rate_at(step, epoch):
    """The learning rate of a step, counted from 1, in an epoch, counted from 0."""
    {rate}
    return rate * step / WARM_UP if step < WARM_UP else rate'''
