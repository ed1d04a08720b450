package dev.ringback.crash;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import static java.nio.charset.StandardCharsets.UTF_8;

/// One message of Postgres' protocol, version 3.
///
/// @param type  its letter; 0 for the first of a connection, which has none
/// @param bytes all of it, as on the wire
record PgMessage(char type, byte[] bytes) {

    private static final int LENGTH_BYTES = 4;

    static PgMessage read(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        int length = in.readInt();
        var bytes = ByteBuffer.allocate(1 + length).put((byte) type).putInt(length);
        in.readFully(bytes.array(), bytes.position(), length - LENGTH_BYTES);
        return new PgMessage((char) type, bytes.array());
    }

    /// The first message of a connection.
    static PgMessage readFirst(DataInputStream in) throws IOException {
        int length = in.readInt();
        var bytes = ByteBuffer.allocate(length).putInt(length);
        in.readFully(bytes.array(), bytes.position(), length - LENGTH_BYTES);
        return new PgMessage((char) 0, bytes.array());
    }

    /// The nth of the strings that the body begins with.
    String text(int nth) {
        int from = 1 + LENGTH_BYTES;
        for (int skipped = 0; skipped < nth; skipped++) {
            from = end(from) + 1;
        }
        return new String(bytes, from, end(from) - from, UTF_8);
    }

    /// The body's first byte.
    char flag() {
        return (char) bytes[1 + LENGTH_BYTES];
    }

    private int end(int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }
}
