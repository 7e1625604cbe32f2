"""A variational autoencoder and a regression on its latent variables, as TransCUPtomics has it.

Vibert et al., Identification of tissue of origin and guided therapeutic applications in cancers of
unknown primary using deep learning and RNA sequencing (TransCUPtomics), J Mol Diagn 2021. Ours, on
ranks: the published network saw whole transcriptomes, not 90 genes.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from rna_peers import standardiser
from torch import nn

LATENT, HIDDEN, ROUNDS, BATCH, RATE, KL = 64, 256, 60, 128, 1e-3, 0.05


class Autoencoder(nn.Module):
    """Encoder to means and log-variances of latent variables, and decoder."""

    def __init__(self, genes: int) -> None:
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(genes, HIDDEN), nn.ReLU())
        self.mean, self.spread = nn.Linear(HIDDEN, LATENT), nn.Linear(HIDDEN, LATENT)
        self.decoder = nn.Sequential(
            nn.Linear(LATENT, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, genes)
        )

    def loss(self, inputs: torch.Tensor) -> torch.Tensor:
        """Return the squared error and the divergence from a standard normal law."""
        hidden = self.encoder(inputs)
        mean, spread = self.mean(hidden), self.spread(hidden)
        drawn = mean + torch.randn_like(mean) * torch.exp(spread / 2)
        divergence = (mean**2 + spread.exp() - spread - 1).mean() / 2
        return ((self.decoder(drawn) - inputs) ** 2).mean() + KL * divergence


def vae_regression(values: np.ndarray, truth: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """Train both; return what predicts origins."""
    from sklearn.linear_model import LogisticRegression

    torch.set_num_threads(1)
    torch.manual_seed(0)
    inputs = standardiser(values, ranked=True)
    held = torch.tensor(inputs(values), dtype=torch.float32)
    model = Autoencoder(held.shape[1])
    learner = torch.optim.Adam(model.parameters(), lr=RATE)
    for _ in range(ROUNDS):
        for part in torch.randperm(len(held)).split(BATCH):
            learner.zero_grad()
            model.loss(held[part]).backward()
            learner.step()

    def latent(given: torch.Tensor) -> np.ndarray:
        with torch.no_grad():
            return np.asarray(model.mean(model.encoder(given)))

    fitted = LogisticRegression(C=1.0, max_iter=300).fit(latent(held), truth)
    return lambda given: np.asarray(
        fitted.predict(latent(torch.tensor(inputs(given), dtype=torch.float32)))
    )
