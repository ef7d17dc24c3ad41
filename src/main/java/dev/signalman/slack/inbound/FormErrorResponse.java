package dev.signalman.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.slack.api.bolt.response.Response;
import java.util.List;
import java.util.Map;

/** What a form's submission is answered with when it stays open: words under its fields. Slack takes them for fields that are there alone. */
final class FormErrorResponse {
    private FormErrorResponse() {}

    /** Words under the first field, since they are about the whole. */
    static Response words(List<String> fields, String words) {
        return errors(fields, Map.of("", words));
    }

    /** Words by field; what is about none of {@code fields} stands under the first. */
    static Response errors(List<String> fields, Map<String, String> words) {
        var answer = JsonNodeFactory.instance.objectNode().put("response_action", "errors");
        var errors = answer.putObject("errors");
        fields.stream().filter(words::containsKey).forEach(field -> errors.put(field, words.get(field)));
        var others = words.entrySet().stream()
                .filter(each -> !fields.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!others.isEmpty() && !fields.isEmpty()) {
            var first = fields.get(0);
            var before = errors.path(first).asText("");
            errors.put(first, (before + " " + String.join(" ", others)).strip());
        }
        return json(answer);
    }

    static Response json(JsonNode json) {
        return Response.builder()
                .statusCode(200)
                .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
                .body(json.toString())
                .build();
    }
}
