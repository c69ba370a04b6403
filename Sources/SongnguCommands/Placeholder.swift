public enum SongnguCommands {}
