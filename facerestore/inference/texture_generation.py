"""Stage 2: texture for the crop's hole, following a layout."""

from facerestore.inference.arrays import painted_into, picture_array, texture_arrays
from facerestore.inference.backends.interface import TextureNetwork
from facerestore.inference.borrowing import LendersOnce, eight_bit_shares
from facerestore.values.candidate import Candidate
from facerestore.values.request import TextureRequest


def generate_texture(network: TextureNetwork, request: TextureRequest, lenders_once: LendersOnce) -> Candidate:
    """The painted crop: visible pixels are the crop's own; a grey photo's stays grey."""
    crop = request.crop
    inputs = texture_arrays(crop, request.layout, request.seed)
    painted = network.painted(inputs)
    lenders = lenders_once.of(network, request, inputs)
    lent = None
    if lenders is not None:
        painted, shares = network.borrowed(painted, lenders)
        lent = eight_bit_shares(shares)
    pixels = painted_into(picture_array(painted), crop.pixels, crop.hole, is_grey=crop.is_grey)
    return Candidate(pixels, crop, request.layout, request.seed, lent=lent)
