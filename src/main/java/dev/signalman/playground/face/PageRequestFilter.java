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

/** How the page is answered: who may ask at all, and mistakes in sentences. */
final class PageRequestFilter {
    static final String PATH = "/playground/";

    /** Answers a question of the page. */
    @FunctionalInterface
    interface Question {
        JsonNode answer(PageRequest pageRequest);
    }

    /** Does what the page asks, and may have something to say of it. */
    @FunctionalInterface
    interface Deed {
        ObjectNode carryOut(PageRequest pageRequest);
    }

    private final Runnable afterwards;

    /**
     * Manners.
     *
     * @param afterwards what follows each deed, whether it succeeded or not
     */
    PageRequestFilter(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /** A GET whose parameters are what is asked. */
    Endpoint question(Question question) {
        return call -> politely(() -> {
            var parts = PageJson.object();
            call.queryParameters().forEach((name, values) -> parts.put(name, values.get(0)));
            return question.answer(new PageRequest(parts));
        });
    }

    /** A POST of JSON by the page itself: another site that makes a browser send it here is turned away. */
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

    private static boolean isForeign(HttpCall call) {
        var origin = call.header("origin");
        if (origin == null) {
            return false; // no browser, or one that asks for its own page
        }
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null || !authority.equalsIgnoreCase(call.header("host"));
        } catch (IllegalArgumentException malformed) {
            return true;
        }
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
