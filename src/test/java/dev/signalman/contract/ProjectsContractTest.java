package dev.signalman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Member;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.simulator.semaphore.Role;
import org.junit.jupiter.api.Test;

class ProjectsContractTest extends SemaphoreContract {
    @Test
    void membersAreReadByTheProjectsIdWithTheNamesThatTheyGiveThemselvesAndWithoutServiceAccounts() {
        simulated.user("alice").named("Alice A.");
        simulated.user("deployer").asServiceAccount();
        simulated.user("rita").is(Role.STRANGER, "web");

        assertThat(semaphore.projects().members(web.id()))
                .containsExactly(new Member(simulated.user("alice").id(), "Alice A."));
        assertThat(failure(() -> as("rita").projects().members(web.id())).kind())
                .isEqualTo(Kind.NOT_PERMITTED);
        assertThat(failure(() -> semaphore.projects().members("web")).kind()).isEqualTo(Kind.NOT_PERMITTED);
    }

    @Test
    void allProjectsAreListedThroughAllPages() {
        simulated.settings().projectsPerPage(2);
        for (var name : new String[] {"api", "docs", "jobs"}) {
            simulated.addProject(name);
        }

        assertThat(semaphore.projects().list())
                .extracting(Project::name)
                .containsExactlyInAnyOrder("web", "api", "docs", "jobs");
    }

    @Test
    void projectsThatRepeatOverPagesAreListedOnceAndMissingOnesAreLookedForAgain() {
        simulated.settings().projectsPerPage(2).projectsAreOrdered(false);
        for (var name : new String[] {"api", "docs", "jobs"}) {
            simulated.addProject(name);
        }

        assertThat(semaphore.projects().list())
                .extracting(Project::name)
                .containsExactlyInAnyOrder("web", "api", "docs", "jobs");
    }

    @Test
    void aProjectIsDescribedByItsNameAndNotByItsId() {
        var project = semaphore.projects().describe("web");

        assertThat(project.id()).isEqualTo(web.id());
        assertThat(project.pipelineFile()).isEqualTo(".semaphore/semaphore.yml");
        assertThat(project.repositoryUrl()).isNotEmpty();
        var failure = failure(() -> semaphore.projects().describe(web.id()));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.words()).isEqualToIgnoringCase("Not found");
    }

    @Test
    void aStrangerSeesNoProjectAndMayNotAskForOne() {
        simulated.user("rita").isEverywhere(Role.STRANGER);

        assertThat(failure(() -> as("rita").projects().describe("web")).kind())
                .isIn(Kind.NOT_FOUND, Kind.NOT_PERMITTED);
    }
}
