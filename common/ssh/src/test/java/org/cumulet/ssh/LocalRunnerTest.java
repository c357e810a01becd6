package org.cumulet.ssh;

class LocalRunnerTest implements CommandsOnAMachine {

    @Override
    public CommandRunner runner() {
        return CommandRunners.local();
    }

    @Override
    public Machine machine() {
        return Machine.local("here");
    }
}
