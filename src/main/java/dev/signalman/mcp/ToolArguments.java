package dev.signalman.mcp;

import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a tool call. They are values and never grammar: a wrong type, an unknown name, a control character or
 * too long a text is refused.
 */
final class ToolArguments {
    private static final int LONGEST = 250;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_PARAMETERS = 50;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final Map<String, Object> given;
    private final Set<String> taken = new LinkedHashSet<>();

    ToolArguments(@Nullable Map<String, Object> given) {
        this.given = given == null ? Map.of() : given;
    }

    /** A text that must be there. */
    String text(String name) {
        var text = textOrNull(name);
        if (text == null) {
            throw new Refusal("The argument " + name + " is missing.");
        }
        return text;
    }

    /** A text in one line; null for none. */
    @Nullable
    String textOrNull(String name) {
        return read(name, LONGEST);
    }

    /** A person's sentence; null for none. */
    @Nullable
    String reason(String name) {
        return read(name, LONGEST_REASON);
    }

    private @Nullable String read(String name, int longest) {
        taken.add(name);
        var value = given.get(name);
        return value == null ? null : line(name, value, longest);
    }

    private static String line(String name, Object value, int longest) {
        if (!(value instanceof String text)) {
            throw new Refusal("The argument " + name + " must be a text.");
        }
        if (text.isBlank() || text.length() > longest) {
            throw new Refusal("The argument " + name + " must have 1 to " + longest + " characters.");
        }
        if (text.codePoints().anyMatch(ToolArguments::unfit)) {
            throw new Refusal("The argument " + name + " must be one line without control characters.");
        }
        return text.strip();
    }

    private static boolean unfit(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Whether something is wanted; no by default. */
    boolean flag(String name) {
        taken.add(name);
        var value = given.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw new Refusal("The argument " + name + " must be true or false.");
    }

    /** A positive whole number that must be there. */
    int number(String name) {
        taken.add(name);
        if (given.get(name) instanceof Integer number && number > 0) {
            return number;
        }
        throw new Refusal("The argument " + name + " must be a whole number.");
    }

    /** Named values, in their order. */
    Map<String, String> parameters(String name) {
        taken.add(name);
        var value = given.get(name);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map) || map.size() > MOST_PARAMETERS) {
            throw new Refusal("The argument " + name + " must hold at most " + MOST_PARAMETERS + " names with texts.");
        }
        var parameters = new LinkedHashMap<String, String>();
        map.forEach((key, text) -> {
            if (!(key instanceof String named) || !PARAMETER.matcher(named).matches()) {
                throw new Refusal("The names in " + name + " consist of letters, digits and underscores.");
            }
            parameters.put(named, line(name, String.valueOf(text), LONGEST));
        });
        return parameters;
    }

    /** What the call is about: an id, or the newest of a project. */
    Subject subject() {
        var ids = new ArrayList<Subject>();
        id("pipeline_id").map(Subject::pipeline).forEach(ids::add);
        id("workflow_id").map(Subject::workflow).forEach(ids::add);
        id("job_id").map(Subject::job).forEach(ids::add);
        var project = textOrNull("project");
        var branch = textOrNull("branch");
        if (ids.size() == 1 && project == null && branch == null) {
            return ids.get(0);
        }
        if (ids.isEmpty() && project != null) {
            return new Subject.Newest(null, project, branch);
        }
        throw new Refusal("Name a project, perhaps with a branch, or one id.");
    }

    private Stream<String> id(String name) {
        var id = textOrNull(name);
        if (id != null && !ID.matcher(id).matches()) {
            throw new Refusal("The argument " + name + " isn't an id of Semaphore.");
        }
        return Stream.ofNullable(id);
    }

    /** Refuses arguments that the tool does not take. */
    void end() {
        List<String> others =
                given.keySet().stream().filter(name -> !taken.contains(name)).toList();
        if (!others.isEmpty()) {
            throw new Refusal("This tool takes no other arguments than " + String.join(", ", taken) + ".");
        }
    }
}
