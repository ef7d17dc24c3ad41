package dev.signalman.command;

/** Reads and prints the number of a request, as cards show it: {@code 12} or {@code #12}. */
final class RequestNumber {
    private RequestNumber() {}

    static int read(CommandArguments commandArguments) {
        var said = commandArguments.name("request");
        var digits = said.startsWith("#") ? said.substring(1) : said;
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refusal(
                    QuotedText.of(said) + " isn't a request number. Use the number on its card, such as #12.");
        }
        return Integer.parseInt(digits);
    }

    static String print(int request) {
        return Integer.toString(request);
    }
}
