package dev.ringback.engine.mail;

/// `format=flowed` (RFC 3676): lines that end in a space go on in the next line of the same depth of quotation.
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private FlowedText() {}

    /// @param deleteSpace whether the space at the end of a line that goes on is not part of the text (`delsp=yes`)
    static String unfold(String text, boolean deleteSpace) {
        var unfolded = new StringBuilder();
        var open = -1;
        for (var line : text.split("\n", -1)) {
            var depth = depth(line);
            var words = unstuffed(line, depth);
            var signature = words.equals(SIGNATURE);
            if (open != depth || signature) {
                unfolded.append(unfolded.isEmpty() ? "" : "\n").append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            var goesOn = words.endsWith(" ") && !signature;
            unfolded.append(goesOn && deleteSpace ? words.substring(0, words.length() - 1) : words);
            open = goesOn ? depth : -1;
        }
        return unfolded.toString();
    }

    private static int depth(String line) {
        return (int) line.chars().takeWhile(c -> c == '>').count();
    }

    // A space is put before lines that begin with one, or with what would be taken for a quotation.
    private static String unstuffed(String line, int depth) {
        return line.startsWith(" ", depth) ? line.substring(depth + 1) : line.substring(depth);
    }
}
