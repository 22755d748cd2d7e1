"""The options of ``facerestore batch`` that say who restores: this computer, or a Ray cluster."""

import argparse
from typing import TYPE_CHECKING

from facerestore.cli import arguments
from facerestore.values.errors import UsageError

if TYPE_CHECKING:
    from facerestore.batch.crews import RayCluster


def add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine",
        choices=("local", "ray"),
        default="local",
        help="who restores: processes of this computer (local, default), or the workers of a Ray cluster (ray; needs "
        "'python -m pip install ray'), whose computers must all see the same folders under the same paths",
    )
    parser.add_argument(
        "--ray-address",
        metavar="ADDRESS",
        help="the Ray cluster, as HOST:PORT or auto, of which this computer is a part; without it one is started on "
        "this computer, for as long as the batch runs",
    )
    parser.add_argument(
        "--ray-cores",
        type=arguments.count,
        metavar="N",
        help="processor cores of each worker of the Ray cluster (1); where it has graphics devices, each worker has "
        "one of them as well",
    )


def cluster(parsed: argparse.Namespace) -> "RayCluster | None":
    """Raises UsageError for what is said of a cluster that is not asked for."""
    if parsed.engine != "ray":
        if parsed.ray_address is not None or parsed.ray_cores is not None:
            raise UsageError("--ray-address and --ray-cores are for a Ray cluster.", advice="Add --engine ray.")
        return None
    from facerestore.batch.crews import RayCluster

    return RayCluster(address=parsed.ray_address, cores=parsed.ray_cores or 1)
