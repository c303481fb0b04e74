"""claimgraph: a knowledge-graph service of attributed claims. This repository is the package `claimgraph`."""

__version__ = "0.1.0"
