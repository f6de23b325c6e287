package dev.perigee.lua.diagnostics;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate that differs from the name in the fewest letters (inserted, deleted, replaced or exchanged with their
     * neighbour), if it is in at most a third of them.
     */
    public static Optional<String> to(String name, Collection<String> candidates) {
        int most = Math.min(Math.max(name.length(), 3) / 3, name.length() - 1);
        String nearest = null;
        int least = most;
        for (String candidate : candidates) {
            // As many letters are too many or missing, whatever they are.
            if (Math.abs(candidate.length() - name.length()) > least) {
                continue;
            }
            int distance = distance(name, candidate);
            boolean nearer = distance < least || (distance == least && isFirst(candidate, nearest));
            if (nearer) {
                nearest = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static boolean isFirst(String candidate, @Nullable String other) {
        return other == null || candidate.compareTo(other) < 0;
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
