package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request of the page, by field name. */
record PageRequest(ObjectNode parts) {
    /** A required text. */
    String text(String name) {
        return textIfAny(name)
                .orElseThrow(() -> BadPageRequestException.wrong("\"" + name + "\" is missing, or is no text."));
    }

    /** An optional text. */
    Optional<String> textIfAny(String name) {
        var part = parts.path(name);
        if (part.isMissingNode() || part.isNull()) {
            return Optional.empty();
        }
        if (!part.isTextual()) {
            throw BadPageRequestException.wrong("\"" + name + "\" is no text.");
        }
        return Optional.of(part.asText()).filter(text -> !text.isBlank());
    }

    /** An optional boolean. */
    Optional<Boolean> switched(String name) {
        var part = parts.path(name);
        if (part.isMissingNode() || part.isNull()) {
            return Optional.empty();
        }
        if (!part.isBoolean()) {
            throw BadPageRequestException.wrong("\"" + name + "\" is neither true nor false.");
        }
        return Optional.of(part.asBoolean());
    }

    /** An optional number. */
    Optional<Double> number(String name) {
        var part = parts.path(name);
        if (part.isMissingNode() || part.isNull()) {
            return Optional.empty();
        }
        if (!part.isNumber()) {
            throw BadPageRequestException.wrong("\"" + name + "\" is no number.");
        }
        return Optional.of(part.asDouble());
    }

    /** Texts by name; empty when missing. */
    Map<String, String> texts(String name) {
        var texts = new LinkedHashMap<String, String>();
        object(name).properties().forEach(each -> {
            if (!each.getValue().isTextual()) {
                throw BadPageRequestException.wrong("\"" + each.getKey() + "\" in \"" + name + "\" is no text.");
            }
            texts.put(each.getKey(), each.getValue().asText());
        });
        return texts;
    }

    /** An object; empty when missing. */
    JsonNode object(String name) {
        var part = parts.path(name);
        if (part.isMissingNode() || part.isNull()) {
            return PageJson.object();
        }
        if (!part.isObject()) {
            throw BadPageRequestException.wrong("\"" + name + "\" is no object.");
        }
        return part;
    }
}
