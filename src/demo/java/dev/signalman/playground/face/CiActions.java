package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.simulator.semaphore.SemaphoreRefusal;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.web.Route;
import java.util.List;
import java.util.regex.Pattern;

/** Actions at Semaphore: pushes, ends of jobs, and clicks on the web. */
final class CiActions {
    private static final Pattern BRANCH = Pattern.compile("[\\w][\\w./-]{0,99}");
    private static final String FAILING_LOG = """
            --- FAIL: TestRounding (0.04s)
                rounding_test.go:27: got 10.00, want 9.99
            FAIL
            exit status 1
            """;

    private final DemoEnvironment demo;
    private final NamedParticipants namedParticipants;

    CiActions(DemoEnvironment demo, NamedParticipants namedParticipants) {
        this.demo = demo;
        this.namedParticipants = namedParticipants;
    }

    List<Route> routes(PageRequestFilter pageRequestFilter) {
        return List.of(
                route("push", this::push, pageRequestFilter),
                route("finish", this::finish, pageRequestFilter),
                route("job", this::job, pageRequestFilter),
                route("stop", this::stop, pageRequestFilter),
                route("promote", this::promote, pageRequestFilter),
                route("rerun", this::rerun, pageRequestFilter));
    }

    private static Route route(String name, PageRequestFilter.Deed deed, PageRequestFilter pageRequestFilter) {
        return Route.of("POST", PageRequestFilter.PATH + "ci/" + name, pageRequestFilter.deed(pageRequest -> {
            try {
                return deed.carryOut(pageRequest);
            } catch (SemaphoreRefusal semaphoreRefusal) {
                throw BadPageRequestException.notNow(
                        "Semaphore refuses that: " + semaphoreRefusal.reason().replaceAll("\\.$", "") + ".");
            } catch (IllegalStateException late) {
                throw BadPageRequestException.notNow(late.getMessage() + ".");
            }
        }));
    }

    private ObjectNode push(PageRequest pageRequest) {
        var project = project(pageRequest.text("project"));
        var branch = pageRequest.textIfAny("branch").orElse("main");
        if (!BRANCH.matcher(branch).matches()) {
            throw BadPageRequestException.wrong(
                    "\"" + branch + "\" is no branch: letters, digits and . _ - / make one, e.g. feature/vat.");
        }
        var message = pageRequest.textIfAny("message").orElse("Change a little");
        var started = demo.semaphore().push(project, branch, message, login(pageRequest));
        return PageJson.object().put("pipeline", started.pipelineId());
    }

    private ObjectNode finish(PageRequest pageRequest) {
        demo.semaphore().finish(pipeline(pageRequest));
        return PageJson.object();
    }

    private ObjectNode job(PageRequest pageRequest) {
        var pipeline = pipeline(pageRequest);
        var block = pageRequest.text("block");
        var job = pageRequest.text("job");
        demo.semaphore().begin(pipeline); // unless it has: a job ends only after its beginning
        switch (pageRequest.text("outcome")) {
            case "passed" -> demo.semaphore().passJob(pipeline, block, job);
            case "failed" -> demo.semaphore().endJob(pipeline, block, job, 1, FAILING_LOG);
            default -> throw BadPageRequestException.wrong("\"outcome\" is \"passed\" or \"failed\".");
        }
        return PageJson.object();
    }

    private ObjectNode stop(PageRequest pageRequest) {
        demo.semaphore().stopOnTheWeb(pipeline(pageRequest), login(pageRequest));
        return PageJson.object();
    }

    private ObjectNode promote(PageRequest pageRequest) {
        demo.semaphore()
                .promoteOnTheWeb(
                        pipeline(pageRequest),
                        pageRequest.text("promotion"),
                        login(pageRequest),
                        pageRequest.texts("parameters"));
        return PageJson.object();
    }

    private ObjectNode rerun(PageRequest pageRequest) {
        var started = demo.semaphore().rerunOnTheWeb(pipeline(pageRequest), login(pageRequest));
        return PageJson.object().put("pipeline", started.pipelineId());
    }

    /** The person's login at the git host, which is their Slack name. */
    private String login(PageRequest pageRequest) {
        var person = namedParticipants.person(pageRequest);
        if (person.teamId() != null) {
            throw BadPageRequestException.wrong(
                    person.realName() + " belongs to another organization and cannot sign in at Semaphore.");
        }
        return person.name();
    }

    private String project(String name) {
        var names = demo.semaphore()
                .reading((organization, now) -> organization.projects().stream()
                        .map(SimulatedProject::name)
                        .toList());
        if (!names.contains(name)) {
            throw BadPageRequestException.wrong(
                    "Can't find project \"" + name + "\"; there are " + String.join(", ", names) + ".");
        }
        return name;
    }

    private String pipeline(PageRequest pageRequest) {
        var id = pageRequest.text("pipeline");
        var known = demo.semaphore()
                .reading((organization, now) -> organization.pipeline(id).isPresent());
        if (!known) {
            throw BadPageRequestException.wrong("There is no pipeline with the id " + id + ".");
        }
        return id;
    }
}
