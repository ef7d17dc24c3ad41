package dev.signalman.subject;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of Semaphore's own pages (docs/semaphore.md, "Pages") and of commits at the git host. */
public final class SemaphoreLinks {
    private static final Pattern SSH = Pattern.compile("git@(?<host>[\\w.-]+):(?<path>[\\w./~-]+?)(?:\\.git)?/?");
    private static final Pattern HTTPS = Pattern.compile("https://(?<host>[\\w.-]+)/(?<path>[\\w./~-]+?)(?:\\.git)?/?");

    private final String base;

    public SemaphoreLinks(URI semaphore) {
        var text = semaphore.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** A pipeline in its workflow. */
    public String pipeline(Pipeline pipeline) {
        return pipeline(pipeline.workflowId(), pipeline.id());
    }

    /** A pipeline in its workflow. */
    public String pipeline(String workflowId, String pipelineId) {
        return base + "/workflows/" + workflowId + "?pipeline_id=" + pipelineId;
    }

    /** A workflow. */
    public String workflow(String id) {
        return base + "/workflows/" + id;
    }

    /** A job. */
    public String job(String id) {
        return base + "/jobs/" + id;
    }

    /** A file that a job left, which Semaphore's page gives to those who may see it. */
    public String artifact(String jobId, String path) {
        return job(jobId) + "/artifacts/"
                + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A project. */
    public String project(String name) {
        return base + "/projects/" + name;
    }

    /**
     * The comparison of two commits at the git host; null when the repository's address does not tell where that is.
     */
    public static @Nullable String compare(Project project, String from, String to) {
        var one = commit(project, from);
        var other = commit(project, to);
        if (one == null || other == null) {
            return null;
        }
        return one.contains("/commits/")
                ? one.replace("/commits/" + from, "/branches/compare/" + to + "%0D" + from)
                : one.replace("/commit/" + from, "/compare/" + from + "..." + to);
    }

    /** A commit at the git host; null when the repository's address does not tell where that is. */
    public static @Nullable String commit(Project project, String commit) {
        for (var form : new Pattern[] {SSH, HTTPS}) {
            var match = form.matcher(project.repositoryUrl());
            if (match.matches() && commit.matches("[0-9a-fA-F]{7,64}")) {
                var host = match.group("host");
                var infix =
                        host.contains("gitlab") ? "/-/commit/" : host.contains("bitbucket") ? "/commits/" : "/commit/";
                return "https://" + host + "/" + match.group("path") + infix + commit;
            }
        }
        return null;
    }
}
