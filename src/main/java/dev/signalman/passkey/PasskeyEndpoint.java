package dev.signalman.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Field;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.port.PasskeyPages;
import dev.signalman.port.PasskeyPages.PageRefusedException;
import dev.signalman.port.PasskeyPages.Shown;
import dev.signalman.web.Endpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /passkey/}: one page with its script and style, the same for everybody, and the two calls of its script.
 * The secret part of its address is in their bodies alone. Where the bot has no public address there is no such page.
 */
final class PasskeyEndpoint implements Endpoint {
    private static final int LARGEST = 64 * 1024;
    private static final String FOLDER = "/dev/signalman/passkey/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, File> FILES = Map.of(
            "/passkey/", new File("page.html", "text/html; charset=utf-8"),
            "/passkey/page.js", new File("page.js", "text/javascript; charset=utf-8"),
            "/passkey/page.css", new File("page.css", "text/css; charset=utf-8"));

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
                            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "publickey-credentials-create=(self), publickey-credentials-get=(self)",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    private final PasskeyPages pages;

    PasskeyEndpoint(PasskeyPages pages) {
        this.pages = pages;
    }

    private record File(String name, String type) {}

    @Override
    public Reply answer(HttpCall call) {
        var origin = pages.origin().orElse(null);
        var reply = origin == null ? notFound() : reply(call, origin);
        var headers = new LinkedHashMap<>(HEADERS);
        headers.putAll(reply.headers());
        return new Reply(reply.status(), reply.contentType(), headers, reply.body());
    }

    private Reply reply(HttpCall call, String origin) {
        var file = FILES.get(call.path());
        if (call.method().equals("GET") && file != null) {
            return new Reply(200, file.type(), Map.of(), read(file.name()));
        }
        var opens = call.path().equals("/passkey/open");
        if (!call.method().equals("POST") || !(opens || call.path().equals("/passkey/submit"))) {
            return notFound();
        }
        var unfit = unfit(call, origin);
        return unfit == null ? answered(call, opens) : unfit;
    }

    private static Reply notFound() {
        return Reply.text(404, "Not found");
    }

    /** The reply to a call that is none of the page's own; null if it may be one. */
    private static @Nullable Reply unfit(HttpCall call, String origin) {
        if (!origin.equals(call.header("origin"))) {
            return Reply.text(403, "Only Signalman's own page may send this.\n");
        }
        var type = call.header("content-type");
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json(\\s*;.*)?")) {
            return Reply.text(415, "Send application/json.\n");
        }
        return call.body().length > LARGEST ? Reply.text(413, "The message is too large.\n") : null;
    }

    private Reply answered(HttpCall call, boolean opens) {
        JsonNode sent;
        try {
            sent = JSON.readTree(call.body());
        } catch (JsonProcessingException malformed) {
            return Reply.text(400, "This is no JSON.\n");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        try {
            var address = sent.path("address").asText("");
            return opens ? Reply.json(200, json(pages.open(address))) : submitted(address, sent);
        } catch (PageRefusedException refused) {
            var words = Objects.requireNonNull(refused.getMessage());
            return Reply.json(
                    403,
                    object().put("refused", words).put("again", refused.again()).toString());
        } catch (InvalidFormException invalid) {
            var words = object();
            invalid.words().forEach(words.putObject("fields")::put);
            return Reply.json(422, words.toString());
        } catch (IntakeFailedException away) {
            var words = "Signalman's database isn't answering, so nothing was counted. Try again in a moment.";
            return Reply.json(
                    503, object().put("refused", words).put("again", true).toString());
        }
    }

    private Reply submitted(String address, JsonNode sent) {
        var values = new LinkedHashMap<String, List<String>>();
        sent.path("values").properties().forEach(each -> {
            if (each.getValue().isTextual()) {
                values.put(each.getKey(), List.of(each.getValue().asText()));
            }
        });
        var words = pages.submit(address, sent.path("credential").toString(), values);
        return Reply.json(200, object().put("done", words).toString());
    }

    private static String json(Shown shown) {
        var page = object().put("title", shown.title())
                .put("submit", shown.submit())
                .put("words", shown.words())
                .put("warning", shown.warning())
                .put("adds", shown.adds());
        var fields = page.putArray("fields");
        shown.fields().forEach(field -> fields.add(field.accept(new Drawn(field))));
        try {
            page.set("options", JSON.readTree(shown.options()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Options that are no JSON", impossible);
        }
        return page.toString();
    }

    /** A field as the script draws it. */
    private record Drawn(Field field) implements Field.Visitor<ObjectNode> {
        @Override
        public ObjectNode written(Field.Written written) {
            var drawn = common().put("longest", written.longest()).put("lines", written.lines());
            return written.initial() == null ? drawn : drawn.put("initial", written.initial());
        }

        @Override
        public ObjectNode secret(Field.Secret secret) {
            throw new IllegalArgumentException("No secret is entered on a page");
        }

        @Override
        public ObjectNode chosen(Field.Chosen chosen) {
            var drawn = common();
            var choices = drawn.putArray("choices");
            chosen.choices()
                    .forEach(choice ->
                            choices.addObject().put("key", choice.key()).put("label", choice.words()));
            return drawn;
        }

        @Override
        public ObjectNode lookedUp(Field.LookedUp lookedUp) {
            return common();
        }

        private ObjectNode common() {
            return object().put("name", field.name())
                    .put("label", field.label())
                    .put("hint", field.hint())
                    .put("required", field.required());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] read(String name) {
        try (var stream = PasskeyEndpoint.class.getResourceAsStream(FOLDER + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
