public enum Pipelines {}
