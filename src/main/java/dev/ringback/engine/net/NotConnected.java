package dev.ringback.engine.net;

/// No byte of a request can have left: no name, no connection, no TLS, no free place.
public final class NotConnected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotConnected(Throwable cause) {
        super(cause);
    }
}
