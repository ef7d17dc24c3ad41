package dev.signalman.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generates malformed bodies: wrong types, missing or strange names, unexpected text. */
public final class MalformedBodies {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "0",
            "-1",
            "true",
            "null",
            "[]",
            "{}",
            "\0",
            "\ud83d",
            "a\0b\ud800",
            "\u202e",
            " ",
            "\n",
            "%zz",
            "C1",
            "U1",
            "home",
            "command:",
            "command:x:0",
            "1.0",
            "99999999999999999999",
            "https://x",
            "<@U1>",
            "\"",
            "'",
            "\\",
            "@".repeat(5_000),
            "block_actions",
            "view_submission",
            "app_mention",
            "link_shared",
            "event_callback");

    private final Random random;

    /** Generates the same bodies for the same seed. */
    public MalformedBodies(long seed) {
        this.random = new Random(seed);
    }

    /** Number of bodies: {@code -Dsignalman.payloads}, or the default. */
    public static int count(int usual) {
        return Integer.getInteger("signalman.payloads", usual);
    }

    /** The run's seed: {@code -Dsignalman.seed}, or a new one. */
    public static long seed() {
        return Long.getLong("signalman.seed", System.nanoTime());
    }

    /** The JSON with one to four faults. */
    public String json(String sound) {
        try {
            var root = JSON.readTree(sound);
            for (int wrong = 1 + random.nextInt(4); wrong > 0; wrong--) {
                root = spoilt(root);
            }
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException unsound) {
            throw new AssertionError(unsound);
        }
    }

    /** A faulty JSON as the form field {@code payload}. */
    public String payload(String sound) {
        return "payload=" + URLEncoder.encode(json(sound), StandardCharsets.UTF_8);
    }

    /** The form with a missing, doubled, renamed or changed field. */
    public String form(String sound) {
        var fields = new ArrayList<>(List.of(sound.split("&", -1)));
        for (int wrong = 1 + random.nextInt(4); wrong > 0; wrong--) {
            int at = random.nextInt(fields.size());
            var name = fields.get(at).split("=", 2)[0];
            switch (random.nextInt(4)) {
                case 0 -> fields.set(at, name);
                case 1 -> fields.add(fields.get(at));
                case 2 -> fields.set(at, name + "%" + fields.get(at));
                default -> fields.set(at, name + "=" + URLEncoder.encode(text(), StandardCharsets.UTF_8));
            }
        }
        return String.join("&", fields);
    }

    private JsonNode spoilt(JsonNode root) {
        var places = new ArrayList<JsonNode>();
        collect(root, places);
        if (places.isEmpty() || random.nextInt(50) == 0) {
            return anything();
        }
        var place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.isEmpty() ? text() : names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(text(), anything());
                default -> object.set(name, anything());
            }
        } else if (place instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextBoolean()) {
                array.add(anything());
            } else {
                array.set(random.nextInt(array.size()), anything());
            }
        }
        return root;
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private JsonNode anything() {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(new java.math.BigDecimal("1e" + random.nextInt(400)));
            case 4 -> NODES.numberNode(random.nextDouble());
            case 5 -> NODES.objectNode();
            case 6 -> NODES.arrayNode();
            case 7 -> NODES.objectNode().set(text(), anything());
            case 8 -> NODES.arrayNode().add(anything());
            case 9 -> NODES.arrayNode().add(NODES.nullNode());
            default -> NODES.textNode(text());
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
