"""Writes a zip with ZipCrypto, the weak cipher of the court's own feed; the standard library only reads it."""

import struct
import zlib
from collections.abc import Mapping
from random import Random

_TABLE = [0] * 256
for _byte in range(256):
    _value = _byte
    for _ in range(8):
        _value = (_value >> 1) ^ (0xEDB88320 if _value & 1 else 0)
    _TABLE[_byte] = _value
_DATE = (46 << 9) | (1 << 5) | 1
_ENCRYPTED_UTF8 = 0x0801
_DEFLATED = 8


def encrypted_zip(files: Mapping[str, bytes], password: bytes, random: Random) -> bytes:
    """Every file deflated, then encrypted; the twelve bytes before each come from `random`, so that a seed makes the same zip."""
    body, directory = bytearray(), bytearray()
    for name, content in files.items():
        check = zlib.crc32(content)
        packed = _enciphered(random.randbytes(11) + bytes([check >> 24]) + _deflated(content), password)
        encoded = name.encode()
        facts = struct.pack("<HHHHHIIIHH", 20, _ENCRYPTED_UTF8, _DEFLATED, 0, _DATE, check, len(packed), len(content), len(encoded), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + facts + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + encoded
        body += b"PK\x03\x04" + facts + encoded + packed
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory) + b"PK\x05\x06" + end


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _enciphered(plain: bytes, password: bytes) -> bytes:
    keys = (0x12345678, 0x23456789, 0x34567890)
    for byte in password:
        keys = _turned(keys, byte)
    done = bytearray()
    for byte in plain:
        mixed = (keys[2] | 2) & 0xFFFF
        done.append(byte ^ (((mixed * (mixed ^ 1)) >> 8) & 0xFF))
        keys = _turned(keys, byte)
    return bytes(done)


def _turned(keys: tuple[int, int, int], byte: int) -> tuple[int, int, int]:
    first = (keys[0] >> 8) ^ _TABLE[(keys[0] ^ byte) & 0xFF]
    second = ((keys[1] + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
    third = (keys[2] >> 8) ^ _TABLE[(keys[2] ^ (second >> 24)) & 0xFF]
    return first, second, third
