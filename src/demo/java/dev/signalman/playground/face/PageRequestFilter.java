package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.slack.ImpossibleActionError;
import dev.signalman.web.Endpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Wraps the page's endpoints: rejects foreign callers and turns mistakes into sentences. */
final class PageRequestFilter {
    static final String PATH = "/playground/";

    /** Answers a question of the page. */
    @FunctionalInterface
    interface Question {
        JsonNode answer(PageRequest pageRequest);
    }

    /** Carries out an action, and may return a remark. */
    @FunctionalInterface
    interface Deed {
        ObjectNode carryOut(PageRequest pageRequest);
    }

    private final Runnable afterwards;
    private final boolean underAnyName;

    /**
     * Creates a filter.
     *
     * @param afterwards runs after each action, even a failed one
     * @param underAnyName whether the page may have a name other than localhost. For a page on loopback that would be
     *     another site's, whose name was made to lead here (DNS rebinding)
     */
    PageRequestFilter(Runnable afterwards, boolean underAnyName) {
        this.afterwards = afterwards;
        this.underAnyName = underAnyName;
    }

    /** A GET with parameters. */
    Endpoint question(Question question) {
        return call -> politely(() -> {
            var parts = PageJson.object();
            call.queryParameters().forEach((name, values) -> parts.put(name, values.get(0)));
            return question.answer(new PageRequest(parts));
        });
    }

    /** A POST of JSON by the page; requests that another site triggers in the browser are rejected. */
    Endpoint deed(Deed deed) {
        return call -> {
            if (isForeign(call)) {
                return refusal(403, "Only the page at this very address may do that.");
            }
            var type = String.valueOf(call.header("content-type")).toLowerCase(Locale.ROOT);
            if (!type.split(";", 2)[0].strip().equals("application/json")) {
                return refusal(400, "Send JSON, with Content-Type: application/json.");
            }
            var parts = PageJson.parsed(call.text());
            if (parts.isEmpty()) {
                return refusal(400, "That is no JSON object.");
            }
            try {
                return politely(() -> deed.carryOut(new PageRequest(parts.get())));
            } finally {
                afterwards.run();
            }
        };
    }

    private boolean isForeign(HttpCall call) {
        var origin = call.header("origin");
        if (origin == null) {
            return false; // not a browser, or the browser's own page
        }
        try {
            var site = URI.create(origin);
            var authority = site.getRawAuthority();
            return authority == null
                    || !authority.equalsIgnoreCase(call.header("host"))
                    || (!underAnyName && isAnothersName(String.valueOf(site.getHost())));
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    private static boolean isAnothersName(String host) {
        return !host.equalsIgnoreCase("localhost") && !host.startsWith("[") && !host.matches("[0-9.]+");
    }

    @FunctionalInterface
    private interface Work {
        JsonNode done();
    }

    private static Reply politely(Work work) {
        try {
            return PageJson.reply(200, work.done());
        } catch (BadPageRequestException badPageRequestException) {
            return refusal(badPageRequestException.status(), badPageRequestException.sentence());
        } catch (ImpossibleActionError impossible) {
            return refusal(400, sentence(String.valueOf(impossible.getMessage())));
        }
    }

    private static String sentence(String words) {
        return List.of(".", "!", "?").stream().anyMatch(words::endsWith) ? words : words + ".";
    }

    static Reply refusal(int status, String sentence) {
        return PageJson.reply(status, PageJson.object().put("error", sentence));
    }
}
