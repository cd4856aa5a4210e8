"""Tables of words as Sources/Linguistics/Data/WordTable.swift reads them: a hash table, searched in place.

"CFWT", version 1 and three zero bytes; the number of entries and the bits of a slot's number (32-bit each, little-endian, as all
numbers); the slots, 32-bit places of entries in the whole file, 0 where there is none; the entries, each a
byte with the length of the key, the key in UTF-8, and its value."""

import struct

MASK = (1 << 64) - 1


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def table(entries):
    """The bytes of a table: entries is a dictionary of str to bytes."""
    bits = max(4, (len(entries) * 10 // 7).bit_length())
    slots = [0] * (1 << bits)
    start = 16 + 4 * len(slots)
    body = bytearray()
    for key in sorted(entries):
        data = key.encode()
        if len(data) > 255:
            continue
        mixed = fnv(data)
        slot = (mixed ^ mixed >> 32) & (len(slots) - 1)
        while slots[slot]:
            slot = (slot + 1) & (len(slots) - 1)
        slots[slot] = start + len(body)
        body += bytes([len(data)]) + data + entries[key]
    return (b"CFWT\x01\0\0\0" + struct.pack("<II", len(entries), bits)
            + struct.pack(f"<{len(slots)}I", *slots) + bytes(body))
