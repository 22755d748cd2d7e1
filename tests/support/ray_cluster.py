"""A Ray cluster of two computers, as far as Ray can tell: both are this one, reached by its loopback address.

Its environment variables must be set before Ray is imported.
"""

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from facerestore.batch.shared_folders import SharedFolders
from facerestore.values.errors import UsageError

BLIND = "FACERESTORE_TEST_IS_BLIND"


@dataclass(frozen=True)
class SeenByOne(SharedFolders):
    """Folders that the second computer does not see."""

    def refuse_unless_seen(self, computer):
        if os.environ.get(BLIND):
            raise UsageError(f"The computer {computer} does not see the folder.", advice="Mount it.")
        super().refuse_unless_seen(computer)


@contextmanager
def two_computers(folder: Path):
    """The cluster's address. One core each; workers find what this process can import."""
    os.environ |= {
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN": "ab12" * 16,
        "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
        "RAY_USAGE_STATS_ENABLED": "0",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    from ray.cluster_utils import Cluster

    options = {"num_cpus": 1, "object_store_memory": 80 * 2**20, "include_dashboard": False, "temp_dir": str(folder)}
    # it would tell other programs of this computer of the cluster, in a folder that Ray may never have made
    with patch("ray._private.utils.write_ray_address"):
        cluster = Cluster(initialize_head=True, head_node_args=options)
    cluster.add_node(num_cpus=1, object_store_memory=80 * 2**20, env_vars={BLIND: "1"})
    try:
        yield cluster.address
    finally:
        cluster.shutdown()
