package dev.signalman.slack.outbound;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.MessengerException.Kind;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import okhttp3.FormBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Calls Slack's Web API, each call once. Only reads are repeated after a broken connection, since Slack may have closed
 * a kept-open one unnoticed. It uses the SDK's HTTP client but parses the small answers itself: the SDK builds a Gson
 * by reflection for each of them (docs/slack.md).
 */
public final class SlackWebApi {
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    private static final int LONGEST_WORDS = 600;

    private final SlackConnection connection;
    private final SlackCallObserver calls;

    @Inject
    public SlackWebApi(SlackConnection connection, SlackCallObserver calls) {
        this.connection = connection;
        this.calls = calls;
    }

    /**
     * Calls a method with the bot token.
     *
     * @return the answer, whose {@code ok} is true
     */
    JsonNode call(SlackMethod method, FormBody form) {
        return call(method, connection.token(), form);
    }

    /** Calls a method with another token. */
    JsonNode call(SlackMethod method, String token, FormBody form) {
        Call<JsonNode> once = () -> {
            var http = method == SlackMethod.POST ? connection.posting() : connection.http();
            try (var response = http.postFormWithBearerHeader(connection.url(method.word()), token, form)) {
                var answer = read(text(response), response);
                if (!answer.path("ok").asBoolean(false)) {
                    throw refusal(answer, response);
                }
                return answer;
            }
        };
        return observed(method.word(), method.reads() ? () -> again(once) : once);
    }

    /** Repeats a read once, but not after a time-out: the caller has waited long enough. */
    private static JsonNode again(Call<JsonNode> call) throws IOException {
        try {
            return call.make();
        } catch (InterruptedIOException late) {
            throw late;
        } catch (IOException broken) {
            return call.make();
        }
    }

    /** Posts JSON to a trusted {@code response_url}. */
    void respond(String url, String json) {
        observed("response_url", () -> {
            try (var response = connection.http().postJsonBody(url, json)) {
                var text = text(response).strip();
                if (text.startsWith("{")) {
                    var answer = read(text, response);
                    if (!answer.path("ok").asBoolean(false)) {
                        throw refusal(answer, response);
                    }
                } else if (response.code() != 200) {
                    var word = text.isEmpty() ? "HTTP " + response.code() : cut(text);
                    throw new MessengerException(kind(word, response), word, retryAfter(response));
                }
                return text;
            }
        });
    }

    private interface Call<T> {
        T make() throws IOException;
    }

    private <T> T observed(String method, Call<T> call) {
        long began = System.nanoTime();
        var outcome = "broken";
        try {
            var result = call.make();
            outcome = "ok";
            return result;
        } catch (MessengerException refused) {
            outcome = refused.kind().name().toLowerCase(Locale.ROOT);
            throw refused;
        } catch (IOException unreachable) {
            outcome = "unreachable";
            // an IOException's message may contain the address, and a response_url is a capability
            throw new MessengerException(
                    Kind.UNREACHABLE,
                    "Slack is unreachable (" + unreachable.getClass().getSimpleName() + ")");
        } finally {
            calls.called(method, outcome, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static String text(Response response) throws IOException {
        ResponseBody body = response.body();
        return body == null ? "" : body.string();
    }

    private static JsonNode read(String text, Response response) {
        try {
            var node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException notJson) {
            // reported below without the text, which may be a proxy's page
        }
        throw new MessengerException(
                response.code() == 429 ? Kind.LIMITED : Kind.UNREACHABLE,
                "Slack answered HTTP " + response.code() + " and no JSON",
                retryAfter(response));
    }

    private static MessengerException refusal(JsonNode answer, Response response) {
        var word = answer.path("error").asText("unknown error");
        var words = new StringBuilder(word);
        answer.path("response_metadata")
                .path("messages")
                .forEach(each -> words.append("; ").append(each.asText()));
        if (answer.hasNonNull("needed")) {
            words.append("; needed: ").append(answer.path("needed").asText());
        }
        return new MessengerException(kind(word, response), cut(words.toString()), retryAfter(response));
    }

    private static Kind kind(String word, Response response) {
        if (response.code() == 429) {
            return Kind.LIMITED;
        }
        return response.code() >= 500 ? Kind.UNREACHABLE : SlackErrors.kind(word);
    }

    private static Duration retryAfter(Response response) {
        var seconds = response.header("Retry-After");
        return seconds != null && seconds.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ZERO;
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
    }
}
