package wallet;

import dev.perigee.Key;
import dev.perigee.RedisScript;

@RedisScript("wallet")
public interface Wallet {

    @Key("wallet:{#user}:balance")
    double deposit(String user, double amount);

    @Key("wallet:{#user}:balance")
    @Key("wallet:{#user}:spent")
    Receipt withdraw(String user, long cents, String reference);

    @Key("wallet:{#bank}:#from")
    @Key("wallet:{#bank}:#to")
    boolean transfer(String bank, String from, String to, long amount);

    @Key("wallet:{#user}:balance")
    double fee(String user, double percent);

    record Receipt(Status status, long balance, String reference) {}

    enum Status {
        REFUSED,
        PAID,
        REPEATED
    }
}
