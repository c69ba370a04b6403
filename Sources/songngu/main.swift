import Glibc
import SongnguCommands

// A full disk or a file limit shall be an error that is reported, a reader that went away none at all.
signal(SIGXFSZ, SIG_IGN)
signal(SIGPIPE, SIG_IGN)
// On the first thread, whose stack grows, and before anything else is set up.
if let status = SongnguCommand.runAsWorker() { exit(status) }
exit(await SongnguCommand.run())
