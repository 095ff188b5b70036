"""Opcode lengths and kinds, from the Dalvik bytecode specification."""

import numpy as np

_LENGTHS = (
    (1, range(0x100)),
    (2, (0x02, 0x05, 0x08, 0x13, 0x15, 0x16, 0x19, 0x1A, 0x1C, 0x1F, 0x20, 0x22, 0x23, 0x29)),
    (2, (*range(0x2D, 0x3E), *range(0x44, 0x6E), *range(0x90, 0xB0), *range(0xD0, 0xE3), 0xFE, 0xFF)),
    (3, (0x03, 0x06, 0x09, 0x14, 0x17, 0x1B, 0x24, 0x25, 0x26, 0x2A, 0x2B, 0x2C)),
    (3, (*range(0x6E, 0x73), *range(0x74, 0x79), 0xFC, 0xFD)),
    (4, (0xFA, 0xFB)),
    (5, (0x18,)),
)

LENGTH = np.ones(256, np.int64)
"""Length of an instruction in 16-bit units, by opcode. Unused opcodes count as one unit."""
for _length, _opcodes in _LENGTHS:
    LENGTH[list(_opcodes)] = _length

CONST_STRING, CONST_STRING_JUMBO = 0x1A, 0x1B
CONST_CLASS, NEW_INSTANCE = 0x1C, 0x22

DISPATCHED = np.zeros(256, bool)
"""invoke-virtual and -interface: the receiver's own class decides which method runs."""
DISPATCHED[[0x6E, 0x72, 0x74, 0x78]] = True

INVOKE = np.zeros(256, bool)
"""invoke-virtual, -super, -direct, -static, -interface, their /range forms, and invoke-polymorphic."""
INVOKE[[*range(0x6E, 0x73), *range(0x74, 0x79), 0xFA, 0xFB]] = True

STATIC_CALL = np.zeros(256, bool)
"""invoke-static and its /range form: they initialise the class."""
STATIC_CALL[[0x71, 0x77]] = True

STATIC_FIELD = np.zeros(256, bool)
"""sget and sput: they initialise the class."""
STATIC_FIELD[range(0x60, 0x6E)] = True

INVOKE_CUSTOM, INVOKE_CUSTOM_RANGE = 0xFC, 0xFD

STATIC_GET = np.zeros(256, bool)
STATIC_GET[range(0x60, 0x67)] = True

FIELD = np.zeros(256, bool)
"""iget, iput, sget, sput and their typed forms."""
FIELD[range(0x52, 0x6E)] = True

PACKED_SWITCH, SPARSE_SWITCH, FILL_ARRAY = 0x0100, 0x0200, 0x0300
