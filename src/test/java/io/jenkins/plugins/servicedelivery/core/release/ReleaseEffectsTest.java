package io.jenkins.plugins.servicedelivery.core.release;

import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.NOW;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.at;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.everyState;
import static io.jenkins.plugins.servicedelivery.core.release.ReleaseFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.CreateVersion;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.RemoveVersion;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.SelectStable;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseEffect.WriteRoute;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.PauseCause;
import io.jenkins.plugins.servicedelivery.core.release.ReleaseState.Position;
import io.jenkins.plugins.servicedelivery.core.traffic.Route;
import io.jenkins.plugins.servicedelivery.core.traffic.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseEffectsTest {
    private static final String OLD = plan().stable().name();
    private static final String NEW = plan().candidate().name();

    @Test
    void shouldGiveAllRequestsBackToStableAsTheVeryFirstEffectOfARollback() {
        assertThat(effects(new ReleaseState.RollingBack("errors", true, NOW)))
                .containsExactly(
                        new WriteRoute(plan().split(Weight.NONE)),
                        new SelectStable(OLD, plan().stable().ports()));
        assertThat(effects(new ReleaseState.RollingBack("errors", false, NOW)))
                .startsWith(new WriteRoute(Route.allTo(OLD)));
    }

    @Test
    void shouldMoveTheRequestsBeforeTheStableServiceAtThePromotion() {
        assertThat(effects(new ReleaseState.Promoting(at(3), NOW)))
                .containsExactly(new WriteRoute(plan().split(Weight.ALL)));
        assertThat(effects(new ReleaseState.Selecting(NOW)))
                .containsExactly(
                        new WriteRoute(plan().split(Weight.ALL)),
                        new SelectStable(NEW, plan().candidate().version().ports()));
    }

    @Test
    void shouldDropAReferenceOneStateBeforeTheObjectsBehindIt() {
        assertThat(effects(new ReleaseState.Retiring(NOW))).containsExactly(new WriteRoute(Route.allTo(NEW)));
        assertThat(effects(new ReleaseState.Removing(NOW))).containsExactly(new RemoveVersion(OLD));
        assertThat(effects(new ReleaseState.CleaningUp("errors", NOW)))
                .containsExactly(new WriteRoute(Route.allTo(OLD)));
        assertThat(effects(new ReleaseState.Discarding("errors", NOW))).containsExactly(new RemoveVersion(NEW));
    }

    @Test
    void shouldSendNoRequestsToACandidateThatIsBeingPrepared() {
        Position nowhere = new Position(0, Weight.NONE, 0);

        assertThat(effects(new ReleaseState.Preparing(NOW))).containsExactly(new CreateVersion(plan().candidate(), 3));
        assertThat(effects(new ReleaseState.Paused(nowhere, PauseCause.PERSON, "paused", NOW)))
                .isEmpty();
    }

    @Test
    void shouldKeepTheWeightDuringAPause() {
        assertThat(effects(new ReleaseState.Paused(at(1), PauseCause.PERSON, "paused", NOW)))
                .containsExactly(new WriteRoute(plan().split(new Weight(25))));
    }

    @Test
    void shouldLeaveTheWorldAloneInTheEnd() {
        assertThat(everyState()).filteredOn(ReleaseState::isTerminal).hasSize(2).allSatisfy(state -> assertThat(
                        effects(state))
                .isEmpty());
    }

    private static List<ReleaseEffect> effects(ReleaseState state) {
        return ReleaseEffects.of(plan(), state);
    }
}
