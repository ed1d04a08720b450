package dev.ringback.engine.link;

/// What a link is for. Its letter is signed too.
public enum Purpose {

    UNSUBSCRIBE('u'), OPEN('o'), CLICK('c');

    private final byte letter;

    Purpose(char letter) {
        this.letter = (byte) letter;
    }

    byte letter() {
        return letter;
    }
}
