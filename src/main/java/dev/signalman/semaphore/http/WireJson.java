package dev.signalman.semaphore.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.stream.Collectors;

/** Parses Semaphore's JSON: snake-case names, unknown fields ignored. */
final class WireJson {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private WireJson() {}

    /** Parses JSON as one type; anything else is unreadable. */
    static Object read(byte[] json, JavaType type) {
        try {
            Object value = MAPPER.readValue(json, type);
            if (value == null) {
                throw CallFailure.unreadable("Semaphore's answer is empty");
            }
            return value;
        } catch (IOException notUnderstood) {
            throw CallFailure.unreadable(words(json, notUnderstood));
        }
    }

    static JavaType type(Type type) {
        return MAPPER.constructType(type);
    }

    /** Says where parsing failed but quotes nothing: the text may contain a secret. */
    private static String words(byte[] json, IOException notUnderstood) {
        if (json.length > 0 && json[0] == '<') {
            return "A web page answered instead of Semaphore's API; check SEMAPHORE_URL";
        }
        var path = notUnderstood instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."))
                : "";
        if (!path.isEmpty()) {
            return "Semaphore's answer is invalid at " + path;
        }
        return notUnderstood instanceof JsonProcessingException
                ? "Semaphore's answer isn't the expected JSON"
                : "Semaphore's answer is invalid";
    }
}
