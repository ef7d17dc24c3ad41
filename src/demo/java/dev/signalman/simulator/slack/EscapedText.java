package dev.signalman.simulator.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes typed text as Slack does, for commands with {@code should_escape: true} and for messages. */
final class EscapedText {
    private static final Pattern SPECIAL = Pattern.compile("(?<url>https?://[^\\s<>\"“”]*[^\\s<>\"“”.,;:!?'()])"
            + "|(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
            + "|(?<host>(?<![\\w./@-])(?:[a-z0-9-]+\\.)+(?:com|org|net|io|dev)(?![\\w.-])(?:/[^\\s<>\"“”]*)?)"
            + "|(?<![\\w/@])@(?<who>[\\w.-]+)"
            + "|(?<![\\w/#])#(?<where>[\\w-]+)");

    private final SimulatedWorkspace workspace;

    EscapedText(SimulatedWorkspace workspace) {
        this.workspace = workspace;
    }

    /** For a slash command, in which mentions contain names. */
    String inCommand(String typed) {
        return escaped(typed, true);
    }

    /** For a message, in which mentions contain only ids. */
    String inMessage(String typed) {
        return escaped(typed, false);
    }

    private String escaped(String typed, boolean names) {
        var entities = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return SPECIAL.matcher(entities).replaceAll(match -> Matcher.quoteReplacement(link(match, names)));
    }

    private String link(MatchResult match, boolean names) {
        var all = match.group();
        if (match.group(1) != null) {
            return "<" + all + ">";
        }
        if (match.group(2) != null) {
            return "<mailto:" + all + "|" + all + ">";
        }
        if (match.group(3) != null) {
            return "<http://" + all + "|" + all + ">";
        }
        return all.startsWith("@") ? mention(all, match.group(4), names) : channel(all, match.group(5), names);
    }

    private String mention(String all, String name, boolean names) {
        if (name.equals("here") || name.equals("channel") || name.equals("everyone")) {
            return "<!" + name + ">";
        }
        var group = workspace.groups().stream()
                .filter(each -> each.handle().equals(name))
                .findFirst();
        if (group.isPresent()) {
            return "<!subteam^" + group.get().id() + (names ? "|@" + name : "") + ">";
        }
        return workspace.people().stream()
                .filter(person -> person.name().equalsIgnoreCase(name))
                .findFirst()
                .map(person -> "<@" + person.id() + (names ? "|" + name : "") + ">")
                .orElse(all);
    }

    private String channel(String all, String name, boolean names) {
        return workspace
                .named(name)
                .map(place -> {
                    var shown = names && place.kind() == Conversation.Kind.PUBLIC ? name : "";
                    return "<#" + place.id() + "|" + shown + ">";
                })
                .orElse(all);
    }
}
