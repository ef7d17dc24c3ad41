package dev.signalman.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads URLs of the pages of one Semaphore organization (docs/semaphore.md, "Pages"). Pasted URLs are never fetched;
 * only the ids and names in them are used. Host, port and path prefix must match the organization's. The host's case
 * does not matter. Nor does http or https: chat clients prepend http to a host that was typed without a scheme.
 */
final class SemaphoreUrl {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*", Pattern.DOTALL);
    private static final String PIPELINE_ID = "pipeline_id=";

    private final URI organization;
    private final String prefix;

    SemaphoreUrl(URI organization) {
        this.organization = organization;
        var path = organization.getRawPath();
        this.prefix = path == null ? "" : path.replaceAll("/+$", "");
    }

    /** Whether the text is a URL of any host. */
    boolean resembles(String text) {
        return SCHEME.matcher(text).matches() || lower(text).startsWith(lower(authority() + "/"));
    }

    /**
     * The subject of a page.
     *
     * @param subjectKind the noun before the URL; null for none
     * @throws Refusal when it is not a page of this organization, or has no subject
     */
    Subject read(@Nullable SubjectKind subjectKind, String text) {
        var uri = parse(SCHEME.matcher(text).matches() ? text : "https://" + text);
        if (!ours(uri)) {
            throw new Refusal(QuotedText.of(text) + " isn't a link to " + authority() + ", so I didn't open it.");
        }
        var path = Arrays.asList(uri.getRawPath().substring(prefix.length()).split("/"));
        var page = path.size() > 2 ? path.get(1) : "";
        return switch (page) {
            case "workflows" -> workflow(subjectKind, path.get(2), uri.getRawQuery());
            case "jobs" -> checked(subjectKind, SubjectKind.JOB, Subject.job(SemaphoreIds.read(path.get(2))));
            case "projects" -> checked(subjectKind, SubjectKind.PROJECT, project(decoded(path.get(2))));
            case "branches" ->
                throw new Refusal("A branch page doesn't name its project. Use project@branch, such as web@main.");
            default ->
                throw new Refusal("I can't use " + QuotedText.of(text)
                        + " here. Paste the link of a workflow, pipeline, job or project.");
        };
    }

    private static Subject workflow(@Nullable SubjectKind subjectKind, String id, @Nullable String query) {
        var pipeline = List.of((query == null ? "" : query).split("&")).stream()
                .filter(pair -> pair.startsWith(PIPELINE_ID))
                .map(pair -> SemaphoreIds.read(pair.substring(PIPELINE_ID.length())))
                .findFirst();
        var workflow = Subject.workflow(SemaphoreIds.read(id));
        if (subjectKind == SubjectKind.WORKFLOW || pipeline.isEmpty()) {
            return checked(subjectKind, SubjectKind.WORKFLOW, workflow);
        }
        return checked(subjectKind, SubjectKind.PIPELINE, Subject.pipeline(pipeline.get()));
    }

    private static Subject project(String nameOrId) {
        return SemaphoreIds.is(nameOrId)
                ? new Subject.Id(SubjectKind.PROJECT, SemaphoreIds.read(nameOrId))
                : new Subject.Newest(null, nameOrId, null);
    }

    private static Subject checked(@Nullable SubjectKind said, SubjectKind shown, Subject subject) {
        if (said != null && said != shown) {
            throw new Refusal("That link is a " + lower(shown.name()) + ", not a " + lower(said.name()) + ".");
        }
        return subject;
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new Refusal(QuotedText.of(text) + " isn't a complete URL.");
        }
    }

    private boolean ours(URI uri) {
        var scheme = lower(String.valueOf(uri.getScheme()));
        var host = uri.getHost();
        var path = uri.getRawPath();
        return (scheme.equals("https") || scheme.equals("http"))
                && uri.getRawUserInfo() == null
                && host != null
                && host.equalsIgnoreCase(organization.getHost())
                && port(uri) == port(organization)
                && path != null
                && (path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    /** The URL's port; -1 for none or the scheme's default. */
    private static int port(URI uri) {
        var usual = lower(String.valueOf(uri.getScheme())).equals("http") ? 80 : 443;
        return uri.getPort() == usual ? -1 : uri.getPort();
    }

    private String authority() {
        return organization.getRawAuthority() + prefix;
    }

    private static String decoded(String segment) {
        var path = URI.create("/" + segment).getPath().substring(1);
        if (path.isBlank()) {
            throw new Refusal("That link has no name in it.");
        }
        return path;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
