"""A pack for a graphics card: built of known wheels, installed only when the card is right with it, and gone without a
trace where it is not."""

import hashlib
import importlib
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from facerestore.cli import gpu_pack as command
from facerestore.cli.main import main
from facerestore.files import gpu_pack_file
from facerestore.files.gpu_pack_file import fits_here, installed_packages, pinned_wheels, unpack, wheel_list, write_pack
from facerestore.files.user_dirs import gpu_pack_folder
from facerestore.inference import gpu_pack, installed_engines
from facerestore.inference.device_probe import Probed
from facerestore.inference.gpu_pack import install, remove, use_pack
from facerestore.inference.installed_engines import has_cuda_by_onnx
from facerestore.inference.probe_process import ProbeTarget, probe_in_process
from facerestore.values.errors import PackRefused, UsageError

RIGHT = Probed()
REFUSED = Probed(problem="no kernel image is available")


def wheel_of(folder, name, version, files, *, tag="py3-none-any"):
    """A wheel with these files, as registries serve them."""
    info = f"{name}-{version}.dist-info"
    path = folder / f"{name}-{version}-{tag}.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for file, content in files.items():
            wheel.writestr(file, content)
        package = name.replace("_", "-")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: {tag}\n")
        wheel.writestr(f"{info}/RECORD", "")
    return path


def list_of(folder, wheels):
    """The list that pins them."""
    lines = []
    for wheel in wheels:
        name, version = wheel.name.split("-")[:2]
        sha256 = hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(
            f"{name.replace('_', '-')}=={version} \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{sha256}"
        )
    path = folder / "wheels.txt"
    path.write_text("# those that are known\n" + "\n".join(lines) + "\n")
    return path


@pytest.fixture
def wheels(tmp_path):
    """A library of two packages, one of them with what is not needed at work."""
    folder = tmp_path / "registry"
    folder.mkdir()
    library = {"nvidia/cu13/lib/libdrawn.so": b"drawn" * 1000, "nvidia/cu13/include/drawn.h": "for compilers"}
    return [
        wheel_of(folder, "onnxruntime_gpu", "9.9", {"onnxruntime/__init__.py": "drawn = True\n"}),
        wheel_of(folder, "nvidia_drawn", "1.0", library),
    ]


@pytest.fixture
def listed(tmp_path, wheels):
    return list_of(tmp_path, wheels)


@pytest.fixture
def pack(tmp_path, wheels):
    write_pack(wheels, tmp_path / "pack")
    return tmp_path / "pack"


@pytest.fixture(autouse=True)
def no_torch(monkeypatch):
    """The program as it is packaged."""
    for module in (gpu_pack, installed_engines):
        monkeypatch.setattr(module, "has_torch", lambda: False)


def files_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_that_the_programs_own_list_pins_each_package_by_a_hash():
    pinned = pinned_wheels()
    assert any(name.startswith("onnxruntime-gpu==") for name in pinned.values())
    assert {"nvidia-cublas", "nvidia-cudnn-cu13", "nvidia-cuda-runtime"} <= {
        name.partition("==")[0] for name in pinned.values()
    }
    requirements = [line for line in wheel_list().read_text().splitlines() if "==" in line]
    assert len(requirements) == len(set(pinned.values()))


def test_that_pip_builds_a_pack_from_a_folder_of_wheels_and_takes_no_other_bytes(tmp_path, wheels, listed, monkeypatch):
    pytest.importorskip("pip", reason="builds packs")
    monkeypatch.setattr(gpu_pack_file, "wheel_list", lambda: listed)
    build = ["gpu-pack", "build", "-o", str(tmp_path / "built"), "--find-links", str(wheels[0].parent)]
    assert main(build) == 0
    with zipfile.ZipFile(tmp_path / "built") as built:
        assert sorted(built.namelist()) == sorted(wheel.name for wheel in wheels)
        assert all(one.compress_type == zipfile.ZIP_STORED for one in built.infolist())
    wheels[1].write_bytes(wheels[1].read_bytes() + b"\0")
    (tmp_path / "built").unlink()
    assert main(build) == 1
    assert files_in(tmp_path) == {"wheels.txt", *(f"registry/{wheel.name}" for wheel in wheels)}


def test_that_building_without_pip_is_refused_with_a_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command.importlib.util, "find_spec", lambda name: None)
    assert main(["gpu-pack", "build", "-o", str(tmp_path / "built")]) == 2
    assert "needs pip" in capsys.readouterr().err


def test_that_a_pack_is_in_use_after_it_was_tried(pack, listed):
    tried = []

    def probe(target):
        tried.append(target)
        assert (target.packages / "onnxruntime" / "__init__.py").exists()
        assert installed_packages() is None, "not before it is right"
        return RIGHT

    assert install(pack, probe=probe, wheels=listed) == ("nvidia-drawn==1.0", "onnxruntime-gpu==9.9")
    assert [target.device for target in tried] == ["cuda by onnxruntime"]
    found = files_in(installed_packages())
    assert {"onnxruntime/__init__.py", "nvidia/cu13/lib/libdrawn.so"} < found
    assert not any("include" in name or name.endswith(".part") for name in found)
    assert [path.name for path in gpu_pack_folder().iterdir()] == ["installed"]


def test_that_a_pack_that_is_not_right_on_the_card_leaves_everything_as_it_was(pack, listed):
    with pytest.raises(PackRefused, match="no kernel image"):
        install(pack, probe=lambda target: REFUSED, wheels=listed)
    assert files_in(gpu_pack_folder()) == set()
    install(pack, probe=lambda target: RIGHT, wheels=listed)
    before = files_in(gpu_pack_folder())
    with pytest.raises(PackRefused):
        install(pack, probe=lambda target: REFUSED, wheels=listed)
    assert files_in(gpu_pack_folder()) == before


def test_that_a_second_pack_takes_the_place_of_the_first(tmp_path, pack, listed):
    install(pack, probe=lambda target: RIGHT, wheels=listed)
    other = tmp_path / "other"
    other.mkdir()
    wheels = [wheel_of(other, "onnxruntime_gpu", "10.0", {"onnxruntime/__init__.py": "newer = True\n"})]
    write_pack(wheels, tmp_path / "pack2")
    install(tmp_path / "pack2", probe=lambda target: RIGHT, wheels=list_of(other, wheels))
    assert (installed_packages() / "onnxruntime" / "__init__.py").read_text() == "newer = True\n"
    assert not (installed_packages() / "nvidia").exists()


def test_that_removing_leaves_nothing(pack, listed, capsys):
    assert main(["gpu-pack", "remove"]) == 0
    assert "No pack" in capsys.readouterr().out
    install(pack, probe=lambda target: RIGHT, wheels=listed)
    assert main(["gpu-pack", "status"]) == 0
    said = capsys.readouterr().out
    assert "onnxruntime-gpu 9.9" in said
    assert "nvidia-drawn 1.0" in said
    assert remove()
    assert files_in(gpu_pack_folder()) == set()
    assert not remove()


def test_that_a_wheel_that_is_not_pinned_is_not_unpacked(tmp_path, wheels, listed):
    wheel_of(wheels[0].parent, "nvidia_drawn", "1.0", {"nvidia/evil.py": "evil = True\n"})
    write_pack(wheels, tmp_path / "pack")
    with pytest.raises(PackRefused, match="nvidia_drawn"):
        install(tmp_path / "pack", probe=lambda target: RIGHT, wheels=listed)
    assert files_in(gpu_pack_folder()) == set()


def test_that_a_pack_without_one_of_the_packages_is_refused(tmp_path, wheels, listed):
    write_pack(wheels[:1], tmp_path / "pack")
    with pytest.raises(PackRefused, match=r"nvidia-drawn==1\.0"):
        install(tmp_path / "pack", probe=lambda target: RIGHT, wheels=listed)


@pytest.mark.parametrize("name", ["../evil.py", "/tmp/evil.py", "a/../../evil.py", "c:evil.py", "a\\..\\evil.py"])
def test_that_names_that_lead_elsewhere_are_refused_even_in_a_pinned_wheel(tmp_path, name):
    wheel = wheel_of(tmp_path, "onnxruntime_gpu", "9.9", {name: "evil = True\n"})
    write_pack([wheel], tmp_path / "pack")
    with pytest.raises(PackRefused, match="damaged"):
        install(tmp_path / "pack", probe=lambda target: RIGHT, wheels=list_of(tmp_path, [wheel]))
    assert not list(tmp_path.rglob("evil.py"))
    assert files_in(gpu_pack_folder()) == set()


def test_that_links_and_too_much_are_refused(tmp_path, monkeypatch):
    link = zipfile.ZipInfo("onnxruntime/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    wheel = wheel_of(tmp_path, "onnxruntime_gpu", "9.9", {"onnxruntime/a.py": "a" * 5000})
    with zipfile.ZipFile(wheel, "a") as opened:
        opened.writestr(link, "/etc/passwd")
    write_pack([wheel], tmp_path / "pack")
    with pytest.raises(PackRefused, match="damaged"):
        unpack(tmp_path / "pack", empty(tmp_path / "one"), pinned_wheels(list_of(tmp_path, [wheel])))
    wheel = wheel_of(tmp_path, "onnxruntime_gpu", "9.9", {"onnxruntime/a.py": "a" * 5000})
    write_pack([wheel], tmp_path / "pack")
    monkeypatch.setattr(gpu_pack_file, "_MOST_BYTES", 4000)
    with pytest.raises(PackRefused, match="damaged"):
        unpack(tmp_path / "pack", empty(tmp_path / "two"), pinned_wheels(list_of(tmp_path, [wheel])))


def empty(folder):
    folder.mkdir()
    return folder


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x05\x06" + bytes(18)])
def test_that_what_is_no_pack_is_refused_with_a_sentence(tmp_path, listed, content, capsys):
    (tmp_path / "pack").write_bytes(content)
    with pytest.raises(PackRefused):
        install(tmp_path / "pack", probe=lambda target: RIGHT, wheels=listed)
    assert main(["gpu-pack", "install", str(tmp_path / "pack")]) == 1
    assert main(["gpu-pack", "install", str(tmp_path / "missing")]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_that_a_pack_for_another_computer_or_python_is_refused(tmp_path):
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert fits_here("a-1-py3-none-any.whl")
    assert not fits_here(f"a-1-{python}-{python}-macosx_11_0_arm64.whl")
    assert not fits_here("a-1-cp39-cp39-any.whl")
    assert not fits_here("a.whl")
    wheel = wheel_of(tmp_path, "onnxruntime_gpu", "9.9", {}, tag="cp39-cp39-any")
    write_pack([wheel], tmp_path / "pack")
    with pytest.raises(PackRefused, match="another computer or Python"):
        install(tmp_path / "pack", probe=lambda target: RIGHT, wheels=list_of(tmp_path, [wheel]))


@pytest.mark.skipif(sys.platform != "linux", reason="the names of other systems are other ones")
def test_that_the_wheels_of_this_system_fit(monkeypatch):
    monkeypatch.setattr(gpu_pack_file.platform, "machine", lambda: "x86_64")
    assert fits_here("nvidia_cublas-13-py3-none-manylinux1_x86_64.manylinux_2_5_x86_64.whl")
    assert not fits_here("nvidia_cublas-13-py3-none-manylinux_2_27_aarch64.whl")
    assert not fits_here("nvidia_cublas-13-py3-none-win_amd64.whl")


def test_that_a_full_disk_is_said_before_anything_is_unpacked(pack, listed, monkeypatch):
    usage = gpu_pack_file.shutil.disk_usage("/")
    monkeypatch.setattr(gpu_pack_file.shutil, "disk_usage", lambda folder: usage._replace(free=100))
    with pytest.raises(PackRefused, match="on the disk"):
        install(pack, probe=lambda target: RIGHT, wheels=listed)


def test_that_with_pytorch_a_pack_is_neither_installed_nor_used(pack, listed, monkeypatch):
    install(pack, probe=lambda target: RIGHT, wheels=listed)
    monkeypatch.setattr(gpu_pack, "has_torch", lambda: True)
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    use_pack()
    assert str(installed_packages()) not in sys.path
    with pytest.raises(UsageError, match="PyTorch"):
        install(pack, probe=lambda target: RIGHT, wheels=listed)


def test_that_the_packs_library_is_found_before_the_programs_own(pack, listed, monkeypatch):
    monkeypatch.setattr(installed_engines, "has_nvidia_driver", lambda: True)
    assert not has_cuda_by_onnx()
    install(pack, probe=lambda target: RIGHT, wheels=listed)
    assert has_cuda_by_onnx()
    monkeypatch.setattr(sys, "path", list(sys.path))
    for name in [name for name in sys.modules if name.partition(".")[0] == "onnxruntime"]:
        monkeypatch.delitem(sys.modules, name)
    use_pack()
    use_pack()
    assert sys.path.count(str(installed_packages())) == 1
    assert Path(importlib.util.find_spec("onnxruntime").origin).is_relative_to(installed_packages())


def test_that_the_process_that_tries_a_pack_uses_its_packages(pack, listed, tmp_path):
    unpacked = empty(tmp_path / "unpacked")
    unpack(pack, unpacked, pinned_wheels(listed))
    (unpacked / "tried_with.py").write_text(
        "import onnxruntime\nfrom probed_devices import drawn_backend\n"
        "def made(device, weights_dir):\n    assert onnxruntime.drawn\n    return drawn_backend('right', None)\n"
    )
    target = ProbeTarget(device="right", factory="tried_with:made", packages=unpacked)
    assert probe_in_process(target) == RIGHT


def test_that_a_killed_installation_is_swept_away_by_the_next(pack, listed):
    left = gpu_pack_folder() / "being-tried" / "onnxruntime"
    left.mkdir(parents=True)
    (left / "half.so").write_bytes(b"half")
    install(pack, probe=lambda target: RIGHT, wheels=listed)
    assert not any("half" in name for name in files_in(gpu_pack_folder()))


def test_that_the_network_is_asked_by_pip_alone_and_only_when_a_pack_is_built(monkeypatch, pack, listed):
    def refuse(*command, **options):
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "run", refuse)
    install(pack, probe=lambda target: RIGHT, wheels=listed)
    main(["gpu-pack", "status"])
    main(["gpu-pack", "remove"])
