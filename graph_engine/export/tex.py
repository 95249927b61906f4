"""What LaTeX files made from a graph have in common."""

from __future__ import annotations

import re

HEAD = r"""{engine}\documentclass{{article}}
\usepackage[a4paper,landscape,margin=18mm]{{geometry}}
\usepackage{{iftex}}
\ifPDFTeX
  \usepackage[T1]{{fontenc}}
  \usepackage[utf8]{{inputenc}}
\else
  \usepackage{{fontspec}}
  \IfFileExists{{xeCJK.sty}}{{\usepackage{{xeCJK}}}}{{}}
\fi
\usepackage{{amsmath,amssymb,xcolor}}
\definecolor{{forward}}{{HTML}}{{1A5BA6}}
\definecolor{{backward}}{{HTML}}{{B93A0A}}
\definecolor{{local}}{{HTML}}{{6D33D6}}
\allowdisplaybreaks
\setlength{{\parindent}}{{0pt}}
\title{{{title}}}
\date{{}}
\begin{{document}}
\maketitle
Values of the forward pass are \textcolor{{forward}}{{blue}}, gradients of the backward pass are
\textcolor{{backward}}{{orange}}, local derivatives are \textcolor{{local}}{{violet}}."""
TAIL = r"\end{document}"

_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_MATHEMATICS = {
    "∂": r"$\partial$", "Σ": r"$\Sigma$", "σ": r"$\sigma$", "λ": r"$\lambda$", "γ": r"$\gamma$", "β": r"$\beta$",
    "α": r"$\alpha$", "ε": r"$\varepsilon$", "−": "$-$", "·": r"$\cdot$", "×": r"$\times$", "½": r"$\frac12$",
    "²": "$^2$", "ᵀ": r"$^\top$", "→": r"$\to$", "∞": r"$\infty$", "≥": r"$\ge$", "≤": r"$\le$", "√": r"$\surd$",
    "≈": r"$\approx$", "⊙": r"$\odot$", "ⁿ": "$^n$", "ₓ": "$_x$", "ˣ": "$^x$", "⁻": "$^-$", "ʸ": "$^y$", "′": "$'$",
    "ζ": r"$\zeta$", "η": r"$\eta$", "θ": r"$\theta$", "μ": r"$\mu$", "ρ": r"$\rho$", "φ": r"$\varphi$",
    "ω": r"$\omega$",
    "▭": r"$\square$", "ƒ": "$f$", "³": "$^3$", "⁴": "$^4$", "∩": r"$\cap$", "⋯": r"$\cdots$", "…": r"\ldots{}",
    "Δ": r"$\Delta$", "δ": r"$\delta$", "∈": r"$\in$", "≠": r"$\ne$",
}  # fmt: skip


def escaped(text: str) -> str:
    r"""Plain text as LaTeX takes it.

    >>> escaped("50% of x_1 & ∂y")
    '50\\% of x\\_1 \\& $\\partial$y'
    """
    safe = re.sub(r"[\\~^#$%&_{}]", lambda found: _ESCAPED.get(found[0], f"\\{found[0]}"), " ".join(text.split()))
    return "".join(_MATHEMATICS.get(letter, letter) for letter in safe)
