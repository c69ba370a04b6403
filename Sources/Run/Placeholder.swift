public enum Runs {}
