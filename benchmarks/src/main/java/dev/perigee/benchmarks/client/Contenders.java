package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All clients, connected to one deployment. */
public final class Contenders implements AutoCloseable {

    /** The client that the others are compared with. */
    public static final String BASELINE = "Lettuce";

    private final List<Contender> contenders = new ArrayList<>();

    /** Connects all clients that work with this kind of deployment. */
    public Contenders(Deployment deployment) {
        contenders.add(new LettuceContender(deployment));
        contenders.add(new SpringContender(deployment));
        contenders.add(new RedissonContender(deployment));
        contenders.add(new JedisContender(deployment));
        if (deployment.topology() == Topology.STANDALONE) {
            contenders.add(new SocketContender(deployment));
        }
        for (PerigeeSettings settings : PerigeeSettings.ALL) {
            contenders.add(new PerigeeContender(deployment, settings));
        }
    }

    /** All ways of making a workload's calls in a mode, the one to compare with first. */
    public List<Contestant> contestants(Mode mode, Workload workload) {
        List<Contestant> all = new ArrayList<>();
        for (Contender contender : contenders) {
            all.addAll(contender.contestants(mode, workload));
        }
        all.sort(Comparator.comparing(contestant -> !contestant.name().equals(BASELINE)));
        return all;
    }

    @Override
    public void close() {
        contenders.forEach(Contender::close);
    }
}
