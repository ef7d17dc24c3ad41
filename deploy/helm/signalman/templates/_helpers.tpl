{{- define "signalman.labels" -}}
{{ include "signalman.selector" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "signalman.selector" -}}
app.kubernetes.io/name: signalman
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
